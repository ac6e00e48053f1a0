package layout

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A participant of a meeting is one of these.
const (
	aPerson = "person"
	aDevice = "device"
	aBot    = "bot"
	aPhone  = "phone"
	aRoom   = "room"
)

var (
	botName = regexp.MustCompile(`\b(note ?-?taker|otter\.?ai|otter ?pilot|fireflies|read\.? ?ai|tl;?dv|meeting (recorder|bot|assistant|notes)|recording bot|` +
		`fathom(\.video| ai)|avoma|gong\.io|chorus\.ai|sembly|supernormal|meetgeek|krisp\.ai|airgram|fellow\.app|circleback|` +
		`granola|bluedot ai|zoom ai companion|ai companion|microsoft copilot|notiz(bot|assistent)|transcription bot)\b|^(meeting |ai |zoom )?recorder$|[\[(]bot[\])]`)
	botEmail = regexp.MustCompile(`^(fred@fireflies\.ai|.*note-?taker.*@.*|.*@(bot|assistant|notetaker)\..*|.*@(otter|read|fireflies|fathom|tldv|meetgeek|sembly)\.(ai|io|video)|.*@resource\.calendar\.google\.com)$`)
	device   = regexp.MustCompile(`\b(iphone|ipad|ipod|macbook|imac|chromebook|android( phone| tablet| device)?|smartphone|redmi|oneplus|galaxy (s|a|m|j|z|note|tab|fold|flip)? ?\d+|galaxy (tab|fold|flip)|` +
		`pixel \d|sm-[a-z]\d{2,}\w*|moto ?g\S*|surface (pro|go|laptop|book)|huawei \S*\d\S*|oppo \S*\d\S*|vivo \d+|nokia \d\S*|xperia)(\b|$)|^(desktop|laptop|pc)-\w{3,}$|^(samsung|huawei|xiaomi|lenovo|windows|nokia|oppo|vivo)( .*\d.*)?$`)
	shared = regexp.MustCompile(`^(guest|guest user|host|admin|user|participant|attendee|zoom|teams|zoom user|unknown|unknown user|anonymous|my ?phone|phone|tablet|laptop|computer)( ?#?\d+)?$`)
	phone  = regexp.MustCompile(`^\+?[0-9*x#.() -]{5,}$`)
	dialIn = regexp.MustCompile(`^(call|dial)[ -]?in( user)?([ _#-]?\d+)?$|^phone (user|caller)\b`)
	room   = regexp.MustCompile(`\b(conference|meeting|board|seminar|class|training|huddle|video|zoom|teams|committee) ?rooms?\b|^room [a-z]{0,3}[-.]?\d|\broom \d|^mtr-|` +
		`\b(besprechungsraum|konferenzraum|sitzungszimmer|sitzungssaal|seminarraum|salle de r[ée]union|sala de (reuniones|juntas)|sala riunioni|vergaderruimte|vergaderzaal|sala konferencyjna)\b|@resource\.`)
	bracketed = regexp.MustCompile(`\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}|（[^（）]*）`)
)

// SeenAs tells what a participant is by name and e-mail: person, device, bot,
// phone or room. A device that names its owner is a device.
func SeenAs(name, email string) string {
	whole := strings.ToLower(tidy(name))
	email = strings.ToLower(strings.TrimSpace(email))
	if botName.MatchString(whole) || botEmail.MatchString(email) {
		return aBot
	}
	outside := strings.Join(strings.Fields(bracketed.ReplaceAllString(whole, " ")), " ")
	if outside == "" {
		outside = strings.Trim(whole, "()[]{} ")
	}
	switch {
	case room.MatchString(outside):
		return aRoom
	case isPhone(outside), dialIn.MatchString(outside):
		return aPhone
	case device.MatchString(outside), shared.MatchString(outside) && !strings.Contains(email, "@"):
		return aDevice
	}
	return aPerson
}

func isPhone(s string) bool {
	digits := strings.Count(s, "*")
	for _, r := range s {
		if unicode.IsDigit(r) {
			digits++
		}
	}
	return digits >= 5 && phone.MatchString(s)
}

var (
	leadingCode = regexp.MustCompile(`^(?:[a-z]{0,4}[-_/]?\d{2,}(?:[-_/]\d+)*|[a-z]{1,4}\d{2,})[ :,.-]+(\pL.*)$`)
	afterDash   = regexp.MustCompile(`^(.*\S)\s+(?:[-–—|•·]|//)\s+\S.*$`)
	pronouns    = regexp.MustCompile(`(?:^|[\s,])(?:she|he|they|ze|xe|sie|er|elle|il|ella|él|hij|zij|ona|on)\s?/\s?\pL+(?:\s?/\s?\pL+)?`)
	titles      = regexp.MustCompile(`^(?:dr|prof|mr|mrs|ms|mx|miss|sir|rev|ing|dipl ing|mag|herr|frau|m|mme|mlle|sr|sra|srta|dott|dottssa|pan|pani|eng)\.?\s+(?:med\.?\s+)?(\pL.*)$`)
	dottedTitle = regexp.MustCompile(`^(?:dr|prof|mr|mrs|ms|mx|rev|ing|mag)\.(\pL.*)$`)
	degrees     = regexp.MustCompile(`,?\s+(?:ph\.?\s?d\.?|m\.?d\.?|m\.?sc\.?|b\.?sc\.?|m\.?b\.?a\.?|mba|msc|bsc|esq\.?|jr\.?|sr\.?)$`)
)

// folded are letters that no decomposition turns into plain ones.
var folded = strings.NewReplacer("ł", "l", "ø", "o", "ß", "ss", "ı", "i", "æ", "ae", "œ", "oe", "đ", "d", "ð", "d", "þ", "th", "ħ", "h", "ŧ", "t", "ŋ", "n",
	"’", "'", "‘", "'", "`", "'", "´", "'", "ʼ", "'", "‐", "-", "‑", "-")

// NormaliseName is a name as names are compared: plain lower-case letters,
// given name first, without titles, pronouns, brackets, companies and codes.
// It gives "" only for a name without anything to read.
func NormaliseName(name string) string {
	s := strings.ToValidUTF8(name, " ")
	for range 8 {
		before := s
		s = strip(fold(s))
		if s == before {
			break
		}
	}
	return s
}

// Names remembers how the names of one file are compared: a name stands in many
// rows, and making it comparable is slow.
type Names map[string]string

// Normalise is NormaliseName, worked out once a name.
func (n Names) Normalise(name string) string {
	s, ok := n[name]
	if !ok {
		s = NormaliseName(name)
		n[name] = s
	}
	return s
}

// fold makes letters plain and blanks single.
func fold(name string) string {
	s := strings.Map(func(r rune) rune {
		if isFormat(r) {
			return -1
		}
		return r
	}, norm.NFKC.String(name))
	s = folded.Replace(strings.ToLower(s))
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(s))
	s = folded.Replace(norm.NFC.String(s))
	return strings.Join(strings.Fields(s), " ")
}

// strip takes away what is not the name, keeping s where nothing would be left.
func strip(s string) string {
	kept := func(shorter string) {
		if shorter = strings.Join(strings.Fields(shorter), " "); strings.Trim(shorter, " ,.;:-/'()[]{}") != "" {
			s = shorter
		}
	}
	kept(bracketed.ReplaceAllString(s, " "))
	kept(pronouns.ReplaceAllString(s, " "))
	for _, part := range []*regexp.Regexp{leadingCode, afterDash, titles, dottedTitle} {
		if m := part.FindStringSubmatch(s); m != nil {
			kept(m[1])
		}
	}
	kept(degrees.ReplaceAllString(s, ""))
	if last, first, ok := strings.Cut(s, ","); ok && !strings.Contains(first, ",") {
		kept(first + " " + last)
	}
	kept(strings.Map(func(r rune) rune {
		if strings.ContainsRune(".,;:()[]{}\"", r) {
			return ' '
		}
		return r
	}, s))
	return s
}

var placeholder = regexp.MustCompile(`^(?:no-?reply|do-?not-?reply|anonymous|anonym|none|noemail|no-?email|unknown|nobody|n/?a|email)@`)

// NormaliseEmail is an e-mail address as addresses are compared, "" for what
// is no address or stands for none.
func NormaliseEmail(email string) string {
	s := strings.Map(func(r rune) rune {
		if isFormat(r) || unicode.IsSpace(r) {
			return -1
		}
		return r
	}, strings.ToLower(norm.NFKC.String(strings.ToValidUTF8(email, ""))))
	s = strings.TrimPrefix(s, "mailto:")
	s = strings.Trim(s, "<>'\";,")
	local, domain, ok := strings.Cut(s, "@")
	if !ok || placeholder.MatchString(s) || strings.Contains(domain, "@") || !strings.Contains(strings.Trim(domain, "."), ".") {
		return ""
	}
	local, _, _ = strings.Cut(local, "+")
	if domain == "gmail.com" {
		local = strings.ReplaceAll(local, ".", "")
	}
	if local == "" || placeholder.MatchString(local+"@") {
		return ""
	}
	return local + "@" + domain
}

var mailbox = regexp.MustCompile(`^(?:office|info|infos|hello|hi|contact|reception|frontdesk|mail|admin|administration|secretary|secretariat|enquiries|inquiries|` +
	`team|staff|support|sales|accounts|bookings?|events?|members?|membership|community|network|kontakt|buero|büro|empfang|sekretariat|accueil|bureau|oficina|recepcion|biuro)@`)

// SharedMailbox tells an address that belongs to an office and to nobody in it.
// The address is a normalised one.
func SharedMailbox(email string) bool { return mailbox.MatchString(email) }

// isFormat tells the characters that cannot be seen: zero-width, direction
// marks, byte order marks, soft hyphens, control characters but blanks.
func isFormat(r rune) bool {
	return unicode.Is(unicode.Cf, r) || unicode.IsControl(r) && !unicode.IsSpace(r)
}
