package ingest_test

import "testing"

const list = "member_id,display_name,email,cohort,sector,join_date,leave_date\n" +
	"m1,Ann Lee,ann@firm.org,a,dairy,,\nm2,Bo Skov,bo@firm.org,a,dairy,2025-08-01,2027-01-01\nm3,Cy Ng,cy@firm.org,a,steel,2025-11-01,2026-01-31\n"

const presences = `SELECT coalesce(p.member_list_id, p.display_name), x.session_id, x.status, x.minutes, x.attended FROM main.presence AS x
	JOIN private.person AS p ON p.member_id = x.member_id`

const stays = "session_id,session_date,email,joined,left\n"

func TestPresenceCountsTimeOnceAndTooLittleOfItNotAtAll(t *testing.T) {
	cases := map[string]struct{ file, want string }{
		"stays that overlap are united": {stays + "s1,2025-10-06,ann@firm.org,2025-10-06T10:00:00Z,2025-10-06T10:30:00Z\ns1,2025-10-06,ann@firm.org,2025-10-06T10:20:00Z,2025-10-06T10:50:00Z\n",
			"m1 s1 present 50 true"},
		"a stay inside another adds nothing": {stays + "s1,2025-10-06,ann@firm.org,2025-10-06T10:00:00Z,2025-10-06T11:00:00Z\ns1,2025-10-06,ann@firm.org,2025-10-06T10:20:00Z,2025-10-06T10:30:00Z\n" +
			"s1,2025-10-06,ann@firm.org,2025-10-06T10:50:00Z,2025-10-06T11:10:00Z\n", "m1 s1 present 70 true"},
		"stays with a gap are added": {stays + "s1,2025-10-06,ann@firm.org,2025-10-06T10:00:00Z,2025-10-06T10:06:00Z\ns1,2025-10-06,ann@firm.org,2025-10-06T10:20:00Z,2025-10-06T10:26:00Z\n",
			"m1 s1 present 12 true"},
		"nine minutes are not attendance":              {stays + "s1,2025-10-06,ann@firm.org,2025-10-06T10:00:00Z,2025-10-06T10:09:00Z\n", "m1 s1 present 9 false"},
		"ten are":                                      {stays + "s1,2025-10-06,ann@firm.org,2025-10-06T10:00:00Z,2025-10-06T10:10:00Z\n", "m1 s1 present 10 true"},
		"unknown minutes are":                          {"session_id,session_date,member_id,status\ns1,2025-10-06,m1,present\ns1,2025-10-06,m2,late\n", "m1 s1 present . true; m2 s1 late . true"},
		"told minutes count as told":                   {"session_id,session_date,member_id,minutes\ns1,2025-10-06,m1,45\ns1,2025-10-06,m2,5\n", "m1 s1 present 45 true; m2 s1 present 5 false"},
		"whoever was excused did not come":             {"session_id,session_date,member_id,status\ns1,2025-10-06,m1,excused\ns1,2025-10-06,m2,absent\n", "m1 s1 excused . false; m2 s1 absent . false"},
		"of two marks the one that says most is shown": {"session_id,session_date,member_id,name,status\ns1,2025-10-06,m1,,absent\ns1,2025-10-06,m1,Ann,late\n", "m1 s1 late . true"},
		"two sessions of a day are two":                {"session_id,session_date,member_id,status\ns1,2025-10-06,m1,present\ns2,2025-10-06,m1,present\n", "m1 s1 present . true; m1 s2 present . true"},
		"visitors are there too":                       {"session_id,session_date,name,email,status\ns1,2025-10-06,Zoe Quist,zoe@else.org,present\n", "Zoe Quist s1 present . true"},
		"devices are not":                              {"session_id,session_date,name,status\ns1,2025-10-06,Ann's iPhone,present\ns1,2025-10-06,Ann Lee,present\n", "m1 s1 present . true"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			newHouse(t, twoCohorts).take("list.csv", list, "came.csv", c.file).want("presence", presences, c.want)
		})
	}
}

func TestAZoomFileAndARegisterOfOneMeetingCountEachMemberOnce(t *testing.T) {
	h := newHouse(t, twoCohorts).take("list.csv", list, "sessions.csv", "session_id,date,start,minutes,title\ns1,2025-10-06,10:00,60,Kick-off\n",
		"zoom.csv", "session_date,session_title,email,joined,left\n2025-10-06,Lakeside call,ann@firm.org,2025-10-06T10:00:00Z,2025-10-06T10:30:00Z\n",
		"paper.csv", "session_date,session_title,name,status\n2025-10-06,kick-off,Bo Skov,present\n2025-10-06,kick-off,Ann Lee,present\n")
	h.want("presence", presences, "m1 s1 present 30 true; m2 s1 present . true")
	h.want("sessions", "SELECT session_id, has_register, listed FROM main.session", "s1 true .")
	h.want("both meetings are the listed session", "SELECT session_id, how FROM main.same_session", "s1 listed; s1 listed")
}

func TestASessionThatNoSheetListsIsMadeAndGoesWithItsFile(t *testing.T) {
	h := newHouse(t, twoCohorts).take("list.csv", list, "paper.csv", "session_date,session_title,name,status\n2025-10-06,Kick-off,Bo Skov,present\n")
	h.want("session", "SELECT s.day_no, s.kind, s.status, s.open_to, s.listed, s.has_register, t.words FROM main.session AS s JOIN private.text AS t ON t.text_id = s.title_text_id",
		"20367 meeting held all false true Kick-off")
	h.want("its cohort", "SELECT cohort_id FROM main.session_cohort", "a")
	h.again(nil, "paper.csv").want("sessions", "SELECT session_id FROM main.session", "")
	h.want("presence", presences, "")
}

func TestEnrolmentStaysInsideItsCohort(t *testing.T) {
	spells := "SELECT p.member_list_id, e.cohort_id, e.first_day - 20332, e.last_day - 20332 FROM main.enrolment AS e JOIN private.person AS p ON p.member_id = e.member_id"
	h := newHouse(t, twoCohorts).take("list.csv", list) // day 0 is 2025-09-01, day 302 2026-06-30
	h.want("clipped", spells, "m1 a 0 302; m2 a 0 302; m3 a 61 152")
	h = newHouse(t, twoCohorts).take("list.csv", "member_id,display_name,cohort,join_date\nm1,Ann Lee,,2025-10-01\nm2,Bo Skov,,2026-10-01\nm3,Cy Ng,,\n")
	h.want("placed by the day they joined", spells, "m1 a 30 302; m2 b 395 667")
	h = newHouse(t, "").take("list.csv", "member_id,display_name,cohort,join_date\nm1,Ann Lee,zz,2025-10-01\n", "s.csv", "session_id,date,title\ns1,2025-10-06,Kick-off\n")
	h.want("in the cohort they name", spells, "m1 zz 30 364")
}

func TestAMemberListExportedLaterSaysWhoLeft(t *testing.T) {
	spells := "SELECT p.member_list_id, e.sector, e.first_day - 20332, e.last_day - 20332 FROM main.enrolment AS e JOIN private.person AS p ON p.member_id = e.member_id"
	old := "display_name,email,cohort,sector,join_date\nAnn Lee,ann@firm.org,a,dairy,2025-09-01\n"
	later := "member_id,display_name,email,cohort,sector,join_date,leave_date\nm1,Ann Lee,ann@firm.org,a,steel,2025-09-01,2025-12-01\nm2,Bo Skov,bo@firm.org,a,steel,2025-10-01,\n"
	for _, order := range [][]string{{"old.csv", old, "new.csv", later}, {"new.csv", later, "old.csv", old}} {
		h := newHouse(t, twoCohorts).take(order[:2]...).take(order[2:]...)
		h.want("enrolment", spells, "m1 steel 0 91; m2 steel 30 302")
	}
}

func TestOtherSettingsDeriveAnew(t *testing.T) {
	h := newHouse(t, twoCohorts).take("list.csv", list, "came.csv", "session_id,session_date,member_id,minutes\ns1,2025-10-06,m1,15\n")
	h.want("before", presences, "m1 s1 present 15 true")
	h.settle("participation: {minimum_minutes: 20}\ncohorts: [{id: a, starts: 2025-10-01, ends: 2025-10-31}]\n")
	h.again(nil).want("after", presences, "m1 s1 present 15 false")
	h.want("the cohort is shorter", "SELECT DISTINCT first_day, last_day FROM main.enrolment", "20362 20392")
	h.want("the fingerprint", "SELECT count(*) FROM main.setting WHERE name = 'settings.fingerprint' AND word LIKE 'participation%'", "1")
}
