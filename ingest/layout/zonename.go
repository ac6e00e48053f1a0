package layout

import (
	"regexp"
	"strings"
	"time"
)

// zoneOffsets are the minutes that a zone is ahead of UTC, by letters that stand
// for it alone.
var zoneOffsets = map[string]int{
	"WET": 0, "WEST": 60, "CET": 60, "CEST": 120, "MET": 60, "MEST": 120, "MEZ": 60, "MESZ": 120, "EET": 120, "EEST": 180, "MSK": 180, "TRT": 180,
	"EST": -300, "EDT": -240, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420, "AKST": -540, "AKDT": -480, "HST": -600, "ADT": -180, "NDT": -150,
	"BRT": -180, "ART": -180, "CLT": -240, "CLST": -180, "PET": -300, "UYT": -180, "WAT": 60, "CAT": 120, "SAST": 120, "EAT": 180,
	"PKT": 300, "NPT": 345, "WIB": 420, "SGT": 480, "HKT": 480, "PHT": 480, "AWST": 480, "JST": 540, "KST": 540, "ACST": 570, "ACDT": 630, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780,
}

// zonesShared are letters that several zones call themselves by. Which is meant
// only the form's owner knows: most likely where the community meets, so the time
// is read as one there.
var zonesShared = map[string]bool{"CST": true, "IST": true, "BST": true, "AST": true, "NST": true, "GST": true, "SST": true, "AMT": true, "COT": true, "ECT": true}

// zoneEnd is a zone's letters behind a time of day.
var zoneEnd = regexp.MustCompile(`(?i)(\d(?: ?[ap]\.? ?m\.?)?) ?\(?([a-z]{3,4})\)?$`)

// takeZone takes a zone's letters off the end of a time; the zone is nil where
// the text has none, or letters that could be of several.
func takeZone(s string) (rest string, zone *time.Location) {
	if end := s[len(s)-1]; end >= '0' && end <= '9' {
		return s, nil
	}
	m := zoneEnd.FindStringSubmatchIndex(s)
	if m == nil {
		return s, nil
	}
	letters := strings.ToUpper(s[m[4]:m[5]])
	minutes, known := zoneOffsets[letters]
	switch {
	case known:
		return s[:m[3]], time.FixedZone("", minutes*60)
	case zonesShared[letters]:
		return s[:m[3]], nil
	}
	return s, nil
}
