package privacy

import (
	"crypto/sha256"
	"encoding/base32"
	"regexp"
	"strings"
	"testing"
)

func TestPseudonymNeedsTheKey(t *testing.T) {
	one, other := []byte("one warehouse"), []byte("another")
	a := Pseudonym(one, "email", "ana@example.org")
	if a != Pseudonym(one, "email", "ana@example.org") {
		t.Error("the same id has two pseudonyms")
	}
	if !regexp.MustCompile(`^[a-z2-7]{26}$`).MatchString(a) {
		t.Errorf("got %q", a)
	}
	plain := sha256.Sum256([]byte("ana@example.org"))
	others := map[string]string{
		"another key":    Pseudonym(other, "email", "ana@example.org"),
		"another kind":   Pseudonym(one, "name", "ana@example.org"),
		"another person": Pseudonym(one, "email", "ben@example.org"),
		"no key":         Pseudonym(nil, "email", "ana@example.org"),
		"a plain hash":   strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(plain[:16])),
		"a moved border": Pseudonym(one, "emai", "l\x00ana@example.org"),
	}
	for name, b := range others {
		if a == b {
			t.Errorf("%s gives the same pseudonym", name)
		}
	}
}
