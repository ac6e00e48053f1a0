package layout

import (
	"regexp"
	"strconv"
	"strings"
)

// unitSeconds are the units of length of time, by the beginnings of their names
// in English, German, French, Spanish, Italian, Dutch, Polish and Portuguese.
var unitSeconds = map[string]float64{
	"d": 86400, "day": 86400, "days": 86400, "tag": 86400, "tage": 86400,
	"h": 3600, "hr": 3600, "hrs": 3600, "hour": 3600, "hours": 3600, "std": 3600, "stunde": 3600, "stunden": 3600,
	"godz": 3600, "godzina": 3600, "godziny": 3600, "godzin": 3600, "g": 3600, "heure": 3600, "heures": 3600,
	"hora": 3600, "horas": 3600, "ora": 3600, "ore": 3600, "uur": 3600, "uren": 3600, "u": 3600,
	"m": 60, "mn": 60, "min": 60, "mins": 60, "minute": 60, "minutes": 60, "minuten": 60, "minuta": 60, "minuty": 60,
	"minut": 60, "minuto": 60, "minutos": 60, "minuti": 60, "minuut": 60,
	"s": 1, "sec": 1, "secs": 1, "sek": 1, "seg": 1, "second": 1, "seconds": 1, "sekunde": 1, "sekunden": 1,
	"sekunda": 1, "sekundy": 1, "sekund": 1, "seconde": 1, "secondes": 1, "seconden": 1, "segundo": 1, "segundos": 1,
	"secondo": 1, "secondi": 1,
	"'": 60, "’": 60, "′": 60, "''": 1, "’’": 1, "″": 1, `"`: 1, "”": 1,
}

var (
	clockLength = regexp.MustCompile(`^(\d{1,3}):(\d{2}):(\d{2})(?:[.,]\d+)?$`)
	unitLength  = regexp.MustCompile(`^(\d{1,6}(?:[.,]\d+)?) ?(\pL+|'{1,2}|’{1,2}|[′″"”])\.?[ ,]*(?:(?:and|und|et|y|e|en|i) +)?`)
	restLength  = regexp.MustCompile(`^[0-5]\d$`)
	isoLength   = regexp.MustCompile(`^p(?:(\d{1,3})d)?t(\d.*)$`)
	bareLength  = regexp.MustCompile(`^\d{1,6}(?:[.,]\d+)?$`)
)

// readDuration reads a length of time in minutes, strictly: "1h 59m 6s",
// "2 godz. 19 min 19 s", "1h02", "62'", "PT1H2M", "1:05:30", or minutes as a bare
// number.
func readDuration(s string) (minutes float64, ok bool) {
	s = strings.ToLower(tidy(s))
	if m := isoLength.FindStringSubmatch(s); m != nil {
		if s = m[2]; m[1] != "" {
			s = m[1] + "d " + s
		}
		if bareLength.MatchString(s) {
			return 0, false
		}
	}
	if m := clockLength.FindStringSubmatch(s); m != nil {
		h, minute, second := number(m[1]), number(m[2]), number(m[3])
		return float64(h*3600+minute*60+second) / 60, minute < 60 && second < 60
	}
	if bareLength.MatchString(s) {
		return decimal(s), true
	}
	seconds, smallest := 0.0, 1e9
	for rest := s; ; {
		m := unitLength.FindStringSubmatch(rest)
		if m == nil {
			return 0, false
		}
		unit, known := unitSeconds[m[2]]
		if !known || unit >= smallest {
			return 0, false
		}
		seconds += decimal(m[1]) * unit
		smallest, rest = unit, rest[len(m[0]):]
		if (unit == 3600 || unit == 60) && restLength.MatchString(rest) && !strings.ContainsAny(m[1], ".,") { // 1h02: the next unit goes without saying
			return (seconds + decimal(rest)*unit/60) / 60, true
		}
		if rest == "" {
			return seconds / 60, true
		}
	}
}

// decimal reads digits with a point or a comma, 0 when it is none.
func decimal(s string) float64 {
	f, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	if err != nil {
		return 0
	}
	return f
}

// plainNumber is a number as canonical rows write it.
func plainNumber(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
