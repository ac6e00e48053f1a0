package layout

import "valuetrail/ingest/sheet"

const googleForms = "googleforms"

// googleMeta leads tight headings that the platform itself writes to what they
// say. An address that a form collects stands last when that was switched on
// late.
var googleMeta = map[string]string{
	"timestamp": "sent", "marcatemporal": "sent", "zeitstempel": "sent", "horodateur": "sent", "carimbodedatahora": "sent", "informazionicronologiche": "sent",
	"sygnaturaczasowa": "sent", "tijdstempel": "sent", "tidsstämpel": "sent", "tidstämpel": "sent", "tidsstempel": "sent", "tidsmerke": "sent", "tidspunkt": "sent", "aikaleima": "sent",
	"časováznačka": "sent", "časovárazítko": "sent", "časovérazítko": "sent", "časovápečiatka": "sent", "időbélyeg": "sent", "időbélyegző": "sent", "marcajdetimp": "sent", "marcătemporală": "sent", "marcajtemporal": "sent",
	"zamandamgası": "sent", "отметкавремени": "sent", "позначкачасу": "sent", "часовапозначка": "sent", "клеймозавреме": "sent", "χρονικήσήμανση": "sent", "χρονοσφραγίδα": "sent", "marcadetemps": "sent",
	"vremenskaoznaka": "sent", "vremenskižig": "sent", "časovnižig": "sent", "laikožyma": "sent", "laikaspiedols": "sent", "ajatempel": "sent", "capwaktu": "sent", "stempelwaktu": "sent", "dấuthờigian": "sent", "ประทับเวลา": "sent",
	"חותמתזמן": "sent", "طابعزمني": "sent", "الطابعالزمني": "sent", "タイムスタンプ": "sent", "时间戳记": "sent", "时间戳": "sent", "時間戳記": "sent", "타임스탬프": "sent", "denboramarka": "sent", "selodetempo": "sent",
	"username": "email", "nombredeusuario": "email", "nutzername": "email", "nomdutilisateur": "email", "nomedeusuário": "email", "nomeutente": "email", "gebruikersnaam": "email", "nazwaużytkownika": "email",
	"score": "score", "puntuación": "score", "punktzahl": "score", "pontuação": "score", "punteggio": "score", "wynik": "score", "poäng": "score",
}

// findGoogle finds the answers of a form of Google Forms: one heading row that
// begins with the time each answer was sent, in any language of the platform;
// from the sheet behind the form, or as the form itself downloads them.
func findGoogle(s *sheet.Sheet, rows []sheet.Row) (answerSheet, bool) {
	for i, row := range rows[:min(len(rows), 6)] {
		at := 1
		for at < len(row.Cells) && cell(row, at) == "" {
			at++
		}
		if googleMeta[tight(cell(row, at))] != "sent" {
			continue
		}
		if t, isOurs := findOwn(s, rows, ""); isOurs && !t.meant {
			return answerSheet{}, false
		}
		a := headedBy(googleForms, s, rows, i)
		a.sure = 0.92
		a.askOne(func(c int) string { return first(googleMeta[tight(cell(row, c))], whoHeaded(cell(row, c))) })
		return a, a.asksMoreThanWho() && timesUnder(rows[i+1:], at)
	}
	return answerSheet{}, false
}
