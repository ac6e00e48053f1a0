package main

import (
	"testing"
	"time"

	"valuetrail/samples"
)

// responses are the truth's rows of answers that are loaded: the convenor's own
// try is not.
func (w *world) responses() []samples.Response {
	var all []samples.Response
	for _, r := range w.truth.Responses {
		if r.What != "preview" {
			all = append(all, r)
		}
	}
	return all
}

// utc is a local time of the truth as the warehouse keeps it.
func (w *world) utc(local string) string {
	zone, err := time.LoadLocation("Europe/London")
	if err != nil {
		w.Fatal(err)
	}
	t, err := time.ParseInLocation("2006-01-02T15:04:05", local, zone)
	if err != nil {
		w.Fatal(err)
	}
	return t.UTC().Format("2006-01-02 15:04:05")
}

func TestResponsesAreWhoseAndWhenTheyAre(t *testing.T) {
	inWorlds(t, func(w *world) {
		var want, stand, seats []string
		for _, r := range w.responses() {
			want = append(want, w.join(baseOf(r.Ref.File), r.Ref.Row, r.WaveID, r.MemberID, w.utc(r.Submitted), r.Finished || r.Complete, r.What == "late"))
			if r.Counts {
				stand = append(stand, w.join(r.WaveID, baseOf(r.Ref.File), r.Ref.Row, r.MemberID))
			}
		}
		w.same("responses", w.lines(`SELECT f.name, r.row_no, r.wave_id, i.member_id, strftime(r.submitted_at, '%Y-%m-%d %H:%M:%S'), r.complete, r.late
			FROM main.response AS r JOIN private.file AS f USING (community_id, file_id) LEFT JOIN main.identity AS i USING (community_id, alias_id)
			WHERE r.counts AND NOT r.test`), want)
		w.same("responses that stand for a person", w.lines(`SELECT v.wave_id, f.name, r.row_no, v.member_id
			FROM main.invitation AS v JOIN main.response AS r USING (community_id, wave_id, response_id)
			JOIN private.file AS f ON f.file_id = r.file_id`), stand)
		for _, wave := range w.truth.Waves {
			seats = append(seats, w.join(wave.WaveID, len(wave.Invited), wave.InvitedN == ""))
		}
		w.same("seats", w.lines(`SELECT wave_id, count(*), bool_or(assumed) FROM main.invitation GROUP BY wave_id`), seats)
	})
}

// score is an answer as 0 to 100 by the question list of its round.
func (w *world) score(wave, item string, number float64) float64 {
	for _, i := range w.truth.ItemsOf(wave) {
		switch {
		case i.ItemID != item:
		case i.Kind != "likert" && number > 0:
			return 100
		case i.Kind != "likert":
			return 0
		case i.Direction == "low_good":
			return (float64(i.Max) - number) / float64(i.Max-i.Min) * 100
		default:
			return (number - float64(i.Min)) / float64(i.Max-i.Min) * 100
		}
	}
	w.Fatalf("no question %s", item)
	return 0
}

func TestAnswersAreAsTheyWereGiven(t *testing.T) {
	inWorlds(t, func(w *world) {
		var want []string
		for _, r := range w.responses() {
			if r.Unlisted != "" {
				want = append(want, w.join(baseOf(r.Ref.File), r.Ref.Row, r.WaveID, "unlisted", nil, nil, r.Unlisted))
			}
			for item, a := range r.Answers {
				if a.Number == nil {
					want = append(want, w.join(baseOf(r.Ref.File), r.Ref.Row, r.WaveID, item, nil, nil, a.Raw))
					continue
				}
				want = append(want, w.join(baseOf(r.Ref.File), r.Ref.Row, r.WaveID, item, *a.Number, w.score(r.WaveID, item, *a.Number), nil))
			}
		}
		w.same("answers", w.lines(`SELECT f.name, a.row_no, a.wave_id, regexp_replace(a.item_id, '^unlisted-.*', 'unlisted'), a.number, a.score, t.words
			FROM main.answer AS a JOIN private.file AS f USING (community_id, file_id) LEFT JOIN private.text AS t ON t.text_id = a.text_id
			JOIN main.response AS r ON r.file_id = a.file_id AND r.row_no = a.row_no AND NOT r.test`), want)
	})
}

// Each answer points to the cell that holds it.
func TestEveryAnswerPointsToItsCell(t *testing.T) {
	inWorlds(t, func(w *world) {
		var want []string
		for _, r := range w.responses() {
			if r.Unlisted != "" {
				want = append(want, w.join(baseOf(r.Ref.File), r.Ref.Row, "unlisted", r.Unlisted))
			}
			for item, a := range r.Answers {
				want = append(want, w.join(baseOf(r.Ref.File), r.Ref.Row, item, a.Raw))
			}
		}
		w.same("cells", w.lines(`SELECT f.name, a.row_no, regexp_replace(a.item_id, '^unlisted-.*', 'unlisted'), c.cells[a.column_no]
			FROM main.answer AS a JOIN private.file AS f USING (community_id, file_id)
			JOIN private.raw_row AS c ON c.file_id = a.file_id AND c.sheet_no = a.sheet_no AND c.row_no = a.row_no`), want)
	})
}
