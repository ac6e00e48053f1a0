package layout

import "testing"

// A list with a row a person and day says who came in its own language, and how long
// where it has the times of coming and going beside that.
func TestAListOfPeopleAndDaysTellsWhoCameAndHowLong(t *testing.T) {
	for name, c := range map[string]struct{ text, want, problems string }{
		"in Portuguese": {"Data;Nome;Presença\n14/03/2026;Ana;Sim\n14/03/2026;Rui;Não\n28/03/2026;Ana;sim\n", "2026-03-14 Ana present; 2026-03-14 Rui absent; 2026-03-28 Ana present", ""},
		"in Spanish":    {"Fecha;Nombre;Asistencia\n14/03/2026;Ana;Sí\n14/03/2026;Rui;No\n", "2026-03-14 Ana present; 2026-03-14 Rui absent", ""},
		"with times":    {"Date,Name,Attendance,Arrived,Left\n14/03/2026,Ann,Yes,9:00,10:30\n14/03/2026,Bo,No,,\n14/03/2026,Cy,Yes,9:30,\n14/03/2026,Di,Yes,10:00,9:00\n", "2026-03-14 Ann present 90; 2026-03-14 Bo absent; 2026-03-14 Cy present; 2026-03-14 Di present", ""},
		"as in French":  {"Date;Nom;Présence;Arrivée;Départ\n14/03/2026;Ann;oui;9h00;10h30\n14/03/2026;Bo;peut-être;;\n", "2026-03-14 Ann present 90", "!mark_unknown"},
		"with a length": {"Date,Name,Attendance,Arrived,Left,Minutes\n14/03/2026,Ann,Yes,9:00,10:30,80\n", "2026-03-14 Ann present 80", ""},
	} {
		t.Run(name, func(t *testing.T) {
			_, h := source(t, "register", "r.csv", c.text, Said{})
			same(t, "marks", marks(h), c.want)
			same(t, "problems", h.codes(), c.problems)
		})
	}
}
