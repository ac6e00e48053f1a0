// Package privacy makes pseudonyms and decides what of a figure may be shown.
// It holds pure functions: no file, no database, no clock, no sentence.
package privacy

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base32"
	"strings"
)

// Pseudonym stands for a canonical id of a kind ("email", "name"): 26 small
// letters and digits, the first 16 bytes of HMAC-SHA256 in base32. The same key,
// kind and id always give the same one; without the key nobody can tell whose it
// is by trying ids.
func Pseudonym(key []byte, kind, canonical string) string {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(kind + "\x00" + canonical))
	return strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(mac.Sum(nil)[:16]))
}
