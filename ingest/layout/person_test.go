package layout

import "testing"

func TestWhatAParticipantIs(t *testing.T) {
	for want, names := range map[string][]string{
		"device": {"Eric's iPad (Clapton)", "iPhone", "iPhone (Brian Smith)", "Galaxy S21", "Samsung SM-G991B", "Pixel 6", "Bo’s MacBook Pro", "DESKTOP-4F3K2A", "HUAWEI P30", "moto g(7) power", "Redmi Note 8", "Zoom user", "Guest 3", "SM-A515F"},
		"bot":    {"Otter.ai", "OtterPilot", "Ann's Notetaker (Fireflies)", "Fireflies.ai Notetaker", "Read.ai meeting notes", "read.ai", "Meeting recorder", "Fathom Notetaker", "tl;dv", "Bo (Notetaker)", "Recorder"},
		"phone":  {"+44 7700 ***123", "1***5551234", "15551234567", "Call-In User_1", "(020) 7946 0958", "Phone user"},
		"room":   {"Conference Room 2", "Zoom Rooms", "Meeting Room London", "Boardroom", "MTR-Berlin", "Room 4.12", "Besprechungsraum 3", "Salle de réunion"},
		"person": {"Ann Lee", "Gong Li", "Bernard Bot", "Paul McCartney (Wings)", "Anna Virtanen (Nokia)", "Kim Room", "Robin Phone-Home", "CS-21-043 Siddharth Singh", "Lakshmi", "李小龙", "Ann Lee (iPhone)", "Max Galaxy", "Read Aiken", "X Æ A-12", "Jo"},
	} {
		for _, name := range names {
			if got := SeenAs(name, ""); got != want {
				t.Errorf("%q is a %s, want %s", name, got, want)
			}
		}
	}
	same(t, "by e-mail", SeenAs("Fred", "fred@fireflies.ai"), "bot")
	same(t, "guest with an address", SeenAs("Guest", "guest@example.org"), "person")
}

func TestNamesAsTheyAreCompared(t *testing.T) {
	for name, want := range map[string]string{
		"Ann  LEE": "ann lee", "Lee, Ann": "ann lee", "Dr. Ann Lee": "ann lee", "Prof. Dr. Ann Lee": "ann lee", "Ann Lee, PhD": "ann lee", "Ann Lee (she/her)": "ann lee",
		"Ann Lee she/her": "ann lee", "Ann Lee - Lakeside Ltd": "ann lee", "Ann Lee | Lakeside": "ann lee", "Ann Lee (Guest)": "ann lee", "Lee Ann (EXT)": "lee ann", "Ann Lee (Unverified)": "ann lee",
		"Łukasz Żak": "lukasz zak", "Søren Ærø": "soren aero", "Jürgen Groß": "jurgen gross", "İbrahim Işık": "ibrahim isik", "A\u0301nn\u200b Lee\u202c": "ann lee", "García Simón, Pedro": "pedro garcia simon",
		"De Compostela, Santiago": "santiago de compostela", "CS-21-043 Siddharth Singh": "siddharth singh", "07 - Ann Lee": "ann lee", "07 - Ann Lee - Lakeside": "ann lee", "Ann Lee [Lakeside]": "ann lee", "Ann\u00a0Lee": "ann lee", "O’Brien, Pat": "pat o'brien",
		"J. R. Lee": "j r lee", "(Ann)": "ann", "": "", "   ": "", "李小龙": "李小龙", "Jean-Luc Picard": "jean-luc picard", "Mr Bo Ray Jr.": "bo ray", "Dana Drum": "dana drum", "Sirius Black": "sirius black", "Ａｎｎ Lee": "ann lee",
	} {
		if got := NormaliseName(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}

func TestAddressesAsTheyAreCompared(t *testing.T) {
	for address, want := range map[string]string{
		" Ann.Lee+zoom@Example.ORG ": "ann.lee@example.org", "a.n.n@gmail.com": "ann@gmail.com", "a.n.n@example.org": "a.n.n@example.org", "mailto:bo@b.org": "bo@b.org", "<bo@b.org>": "bo@b.org",
		"EMAIL": "", "anonymous": "", "n/a": "", "noreply@b.org": "", "no-reply@b.org": "", "-": "", "": "", "bo@localhost": "", "bo@b@c.org": "", "+x@b.org": "", "ringoRocks@beatles.org": "ringorocks@beatles.org",
	} {
		if got := NormaliseEmail(address); got != want {
			t.Errorf("%q is %q, want %q", address, got, want)
		}
	}
}

func FuzzNames(f *testing.F) {
	for _, s := range []string{"Lee, Ann (she/her) - X", "Dr. Dr. CS-21-043 A, B, C", "((x)", "İ", "a\u0300\u0301", "- - -", "Mr. Mr. Mr.", "ﬁ ﬃ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := NormaliseName(s)
		if again := NormaliseName(once); again != once {
			t.Errorf("%q becomes %q, then %q", s, once, again)
		}
		mail := NormaliseEmail(s)
		if again := NormaliseEmail(mail); again != mail {
			t.Errorf("%q becomes %q, then %q", s, mail, again)
		}
		SeenAs(s, s)
	})
}
