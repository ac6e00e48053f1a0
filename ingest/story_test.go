package ingest_test

import "testing"

const tellings = "story_id,collected_on,teller_id,teller_label,cohort,activity,output,consent_scope,anonymize\n"

func TestConsentWithdrawnClosesTheStory(t *testing.T) {
	open := "SELECT audience FROM main.story_open"
	told := tellings + "v1,2025-10-01,m1,Ann Lee,,We met,,public,\n"
	h := newHouse(t, twoCohorts).take("list.csv", list, "told.csv", told)
	h.want("open to", open, "convenor; evaluator; members; public; readers; sponsor")
	h.want("byline", "SELECT t.words FROM main.story AS s JOIN private.text AS t ON t.text_id = s.byline_text_id", "Ann Lee")
	for name, later := range map[string]string{"by a later row": "v1,2025-10-02,m1,Ann Lee,,We met,,withdrawn,\n", "in the same row written anew": "v1,2025-10-01,m1,Ann Lee,,We met,,private,\n",
		"among others": "v1,2025-10-01,m1,Ann Lee,,We met,,no,\nv2,2024-10-01,m1,Ann Lee,,We met too,,,\n"} {
		h.take("later.csv", tellings+later)
		h.want(name+": open to", open, "")
		h.want(name+": byline", "SELECT count(byline_text_id) FROM main.story", "0")
		h.again(nil, "later.csv").want(name+": taken back", open, "convenor; evaluator; members; public; readers; sponsor")
	}
}

func TestANameIsToldOnlyWithConsentToName(t *testing.T) {
	for consent, want := range map[string]string{"": "0", "private": "0", "community": "0", "sponsor_anonymous": "0", "sponsor_named": "1", "public": "1"} {
		h := newHouse(t, twoCohorts).take("list.csv", list, "told.csv", tellings+"v1,2025-10-01,m1,Ann Lee,,We met,,"+consent+",\nv2,2025-10-01,m1,Ann Lee,,We met,,"+consent+",yes\n")
		h.want("bylines with consent "+consent, "SELECT count(byline_text_id) FROM main.story WHERE counts", want)
		h.want("private unless said", "SELECT DISTINCT consent_scope FROM main.story", map[bool]string{true: "private", false: consent}[consent == ""])
	}
}

func TestAStoryIsOfTheCohortOfItsTeller(t *testing.T) {
	both := "cohorts: [{id: a, starts: 2025-09-01, ends: 2026-06-30}, {id: b, starts: 2025-09-01, ends: 2026-06-30}]\n"
	members := "member_id,display_name,cohort\nm1,Ann Lee,a\nm2,Bo Skov,b\nm3,Cy Ng,a\nm3,Cy Ng,b\n"
	told := tellings + "v1,2025-10-01,m1,,,We met,,,\nv2,2025-10-01,,Bo Skov,,We met,,,\nv3,2025-10-01,m3,,,We met,,,\nv4,2025-10-01,m1,,b,We met,,,\nv5,2025-10-01,x9,,,We met,,,\n"
	h := newHouse(t, both).take("list.csv", members, "told.csv", told)
	h.want("cohorts", "SELECT story_id, cohort_id FROM main.story", "v1 a; v2 b; v3 .; v4 b; v5 .")
	h = newHouse(t, twoCohorts).take("told.csv", told)
	h.want("the only one that ran", "SELECT story_id, cohort_id FROM main.story", "v1 a; v2 a; v3 a; v4 b; v5 a")
}

func TestCyclesOfAStoryAreWhatItTellsListsOrItsReadersCode(t *testing.T) {
	h := newHouse(t, twoCohorts).take("list.csv", list, "told.csv", "story_id,collected_on,teller_id,activity,output,application,cycles\nv1,2025-10-01,m1,We met,A list,,realised\n",
		"codes.csv", "story_id,coder_id,cycle,code\nv1,m2,reframing,x\nv1,m3,immediate,y\n")
	h.want("cycles", "SELECT cycle, asked, evidence, basis FROM main.story_cycle",
		"applied true false .; immediate true true told; potential true true told; realized true true listed; reframing true true coded")
}
