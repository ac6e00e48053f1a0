package form

import "fmt"

// column is one column of a part that people see.
type column struct {
	key   string // of its heading
	width float64
	// text is what stands there; pick names the drop-down it has, answer and
	// words say that people write there.
	text         func(Question) string
	pick         string
	answer, free bool
	// spare says that the column is left out where it would be blank.
	spare bool
}

// columnsOf are the columns of a part. The note is the last of every one.
func columnsOf(part Part) []column {
	found := column{key: "found", width: 34, text: func(q Question) string { return q.Found }}
	file := column{key: "file", width: 28, text: func(q Question) string { return q.File }}
	row := column{key: "row", width: 7, text: rowOf}
	proposal := column{key: "proposal", width: 34, text: func(q Question) string { return q.Proposal }}
	asked := column{key: "asked", width: 44, text: func(q Question) string { return q.Asked }}
	answer := column{key: "answer", width: 34, answer: true}
	note := column{key: "note", width: 28, free: true}
	switch part {
	case Names:
		return []column{found, file, row, proposal, {key: "candidates", width: 40, text: candidatesOf}, answer, note}
	case Tables:
		found.width = 44
		return []column{found, file, {key: "reason", width: 40, text: func(q Question) string { return q.Asked }},
			{key: Holds, width: 28, pick: Holds}, {key: Order, width: 28, pick: Order}, answer, note}
	case TableColumns:
		return []column{found, file, {key: "reason", width: 44, text: func(q Question) string { return q.Asked }}, {key: Role, width: 40, pick: Role}, note}
	case Sessions:
		return []column{found, file, {key: "maybe", width: 34, text: func(q Question) string { return q.Proposal }}, answer, note}
	case Questions:
		found.width = 44
		return []column{found, file, {key: "seen", width: 24, text: func(q Question) string { return q.Seen }},
			{key: "before", width: 44, text: func(q Question) string { return q.Asked }, spare: true},
			{key: About, width: 34, pick: About}, {key: Kind, width: 28, pick: Kind},
			{key: "words", width: 34, free: true, text: func(q Question) string { return q.Words }},
			{key: Better, width: 18, pick: Better}, answer, note}
	case Decided:
		found.key, found.width = "decided", 60
		return []column{found, {key: "who", width: 14, text: func(q Question) string { return q.Who }},
			{key: "when", width: 14, text: func(q Question) string { return q.When }},
			{key: "why", width: 28, text: func(q Question) string { return q.Why }}, answer, note}
	}
	return []column{found, file, row, asked, proposal, answer, note}
}

func rowOf(q Question) string {
	if q.Row == 0 {
		return ""
	}
	return fmt.Sprint(q.Row)
}

// candidatesOf lists who could be meant, each with the reason.
func candidatesOf(q Question) string {
	text := ""
	for i, c := range q.Candidates[:min(len(q.Candidates), mostCandidates)] {
		if i > 0 {
			text += "\n"
		}
		text += fmt.Sprintf("%d: %s", i+1, c.Label)
		if c.Reason != "" {
			text += " (" + c.Reason + ")"
		}
	}
	return text
}
