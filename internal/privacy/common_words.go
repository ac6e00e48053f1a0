package privacy

import "strings"

// commonWords are names that are ordinary words too, folded: what stands in a
// text may be either.
var commonWords = wordSet(`
	will mark grace may hope faith joy rose lily june april august summer dawn eve ivy holly heather hazel olive violet iris daisy ruby amber jade
	pearl crystal christian frank grant chase chance clay cliff dale dean drew ernest earnest gene guy hunter jack jasmine king knight bishop pope
	baker butcher cook carpenter carter cooper fisher gardener mason miller porter potter shepherd smith tanner taylor turner weaver wright brown
	black white green gray grey young long short small little strong sharp swift wise rich price penny sterling banks bank brook brooks bush field
	fields ford forest hill hills lake marsh moor park parks pond rivers river stone stones wood woods waters winter winters day week friday monday
	love major noble page paige patience pierce ray reed rob rock sandy sky star sue victor ward wade wells well west north east south bell berry
	bird fox wolf lamb drake finch crane robin jay art bill bob carol charity prudence constance destiny angel miles max melody harmony harper
	harry jean jersey kit lane lance nick norm peg pip pat rusty sage skip sonny stew trip walker rider power powers case cash close church castle
	court cross crow cave gates golden good hall hand hardy head house hook hurt joiner judge keen key keys land law lord marks meadows mills mill
	moon moss new paper parish peace peak post pride read real root rush sands savage scales self shields singer snow spring steel street summers
	temple town trust wall webb wheeler winner worth english french german london paris holland ireland york washington florence china india
	chelsea sydney austin charlotte jordan israel kent lincoln madison troy verona victoria virginia georgia carolina alma
	bond bright care coach deal done ease else even fair farmer fell gold home hood horn just kind last less lever light line made many more most
	much must next office order over part people plan point quick said sales sam see share shop show side signs some sound speed table talk team
	tell than that them then they this time true try use very was way were what when who work works
	flores rosa luz sol mar paz reyes klein gross lang kurz braun schwarz weiss stark sommer herbst bauer koch richter jung engel ernst kaiser
	konig wald berg stein petit grand leblanc roux blanc marchand boulanger pierre claire france`)

// namelessWords are parts of names that are nobody's by themselves.
var namelessWords = wordSet(`
	de la las los le les du des del della di da do das dos van von vom zu zur der den dem ter ten el al bin ibn abu ni nic mac mc y e und and of the
	o d l st san santa dr prof mr mrs ms mx sir dame rev jr sr ii iii phd she her hers he him his they them their theirs ze zir`)

// monthWords follow "in" or stand before a number as a month does.
var monthWords = wordSet(`april may june august`)

// roleWords tell a label such as "an owner-manager" from a name.
var roleWords = wordSet(`
	a an the member members owner owners manager managers anonymous anon group team cohort someone somebody participant director chair company
	firm shop network community one person unknown teller story nobody none partner colleague board staff`)

func wordSet(text string) map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields(text) {
		all[w] = true
	}
	return all
}
