package layout

import (
	"strings"

	"valuetrail/ingest/sheet"
	"valuetrail/internal/vocabulary"
)

// whoWords are the headings, in the languages that tools and forms speak, over
// who answers: an address, a whole name, a given one, a family name. Such a
// column says who somebody is, and is never an answer.
var whoWords = map[string]string{
	"email": "email, email address, e mail address, your email, your email address, your e mail, e mail adresse, ihre e mail adresse, deine e mail adresse, adresse e mail, adresse email, votre adresse e mail, adresse de messagerie, courriel, " +
		"adresse électronique, correo electrónico, dirección de correo electrónico, tu correo electrónico, su correo electrónico, indirizzo e mail, indirizzo email, posta elettronica, endereço de e mail, endereço de email, " +
		"e mail adres, e mailadres, emailadres, adres e mail, adres email, adres poczty elektronicznej, e post, e postadress, e postadresse, mailadresse, sähköposti, sähköpostiosoite, e mailová adresa, e mailcím, e mail cím, " +
		"adresă de e mail, e posta, e posta adresi, адрес электронной почты, электронная почта, електронна пошта, адреса електронної пошти, ηλεκτρονικό ταχυδρομείο, διεύθυνση ηλεκτρονικού ταχυδρομείου, " +
		"メール, メールアドレス, 电子邮件, 電子郵件, 电子邮件地址, 電子郵件地址, 이메일, 이메일 주소, 전자 메일, adreça electrònica, correu electrònic",
	"name": "name, your name, full name, your full name, first and last name, first name and last name, name and surname, respondent name, ihr name, dein name, vor und nachname, vorname und nachname, vollständiger name, " +
		"nom, votre nom, ton nom, nom complet, nom et prénom, prénom et nom, nombre, tu nombre, su nombre, nombre completo, nombre y apellido, nombre y apellidos, nombres y apellidos, " +
		"nome, il tuo nome, il suo nome, nome completo, nome e cognome, cognome e nome, seu nome, o seu nome, nome e sobrenome, nome e apelido, naam, uw naam, je naam, jouw naam, volledige naam, voor en achternaam, " +
		"imię i nazwisko, twoje imię i nazwisko, twoje imię, namn, ditt namn, för och efternamn, fullständigt namn, navn, dit navn, ditt navn, fulde navn, fullt navn, nimi, nimesi, koko nimi, etu ja sukunimi, " +
		"jméno a příjmení, celé jméno, vaše jméno, meno a priezvisko, celé meno, vaše meno, név, teljes név, neved, nume și prenume, nume complet, numele dumneavoastră, ad soyad, adınız soyadınız, adınız ve soyadınız, isim, " +
		"фио, имя и фамилия, фамилия и имя, ваше имя, полное имя, піб, ім я та прізвище, прізвище та ім я, ваше ім я, ονοματεπώνυμο, 名前, お名前, 氏名, 姓名, 您的姓名, 이름, 성명, nom i cognoms, ime i prezime, ime in priimek, " +
		"jméno, meno, nume, имя, ім я, όνομα, ime, what is your name, what s your name",
	"first": "first name, given name, forename, firstname, your first name, vorname, ihr vorname, prénom, votre prénom, primer nombre, nombre de pila, primeiro nome, nome próprio, voornaam, imię, förnamn, fornavn, etunimi, " +
		"křestní jméno, krstné meno, keresztnév, utónév, prenume, adınız, imię pierwsze, κύριο όνομα",
	"last": "last name, surname, family name, lastname, your last name, nachname, familienname, ihr nachname, zuname, nom de famille, votre nom de famille, apellido, apellidos, cognome, sobrenome, apelido, último nome, achternaam, " +
		"nazwisko, efternamn, efternavn, etternavn, sukunimi, příjmení, priezvisko, vezetéknév, családnév, nume de familie, soyad, soyadı, soyadınız, фамилия, прізвище, επώνυμο, cognoms, prezime, priimek",
}

// whoHeads leads tight headings to what they say of who answers.
var whoHeads = func() map[string]string {
	heads := map[string]string{}
	for role, all := range whoWords {
		for word := range strings.SplitSeq(all, ", ") {
			heads[tight(word)] = role
		}
	}
	return heads
}()

// whoHeaded tells the headings over who answers. Tools that write a name in two
// columns put the name of the question beside each part.
func whoHeaded(heading string) string {
	if role := whoHeads[tight(heading)]; role != "" {
		return role
	}
	if asked, part, ok := strings.Cut(heading, " - "); ok {
		a, p := whoHeads[tight(asked)], whoHeads[tight(part)]
		switch {
		case a == "name" && p != "" && p != "email":
			return p
		case p == "name" && a != "" && a != "email":
			return a
		}
	}
	return ""
}

// whoRole tells the questions of a form that ask who answers, by the headings
// that forms are given with them.
func whoRole(row sheet.Row) func(int) string {
	return func(column int) string { return whoHeaded(cell(row, column)) }
}

// again is put to what a second column says of who answers: where the tool's own
// column is blank it counts.
const again = " again"

// isWho reports a role of who answers.
func isWho(role string) bool {
	return role == "email" || role == "name" || role == "first" || role == "last"
}

// wholeName is the name of who answered, "" where nobody is to know. Where only
// half of it is headed as such, the rest stands under the word for a name.
func (x *answersReader) wholeName(row sheet.Row) string {
	get := func(role string) string {
		for _, v := range []string{x.get(row, role), x.get(row, role+again)} {
			if v != "" && !nameless(v) {
				return v
			}
		}
		return ""
	}
	name, given, family := get("name"), get("first"), get("last")
	holds := func(part string) bool { return strings.Contains(strings.ToLower(name), strings.ToLower(part)) }
	switch {
	case name != "" && given != "" && family == "" && !holds(given):
		return given + " " + name
	case name != "" && given == "" && family != "" && !holds(family):
		return name + " " + family
	case name != "":
		return name
	}
	return tidy(given + " " + family)
}

// withoutName are the beginnings of what tools write instead of a name, in the
// languages they speak.
var withoutName = []string{"anonym", "anónim", "anônim", "anonim", "anòn", "anoniem", "nimetön", "névtelen", "аноним", "анонім", "ανώνυμ", "匿名", "익명"}

// nameless reports that a text stands for nobody's name.
func nameless(text string) bool {
	loose := vocabulary.Loose(text)
	for _, word := range withoutName {
		if strings.HasPrefix(loose, word) {
			return true
		}
	}
	return false
}
