package main

import (
	"encoding/json"
	"fmt"
	"strings"
)

// receipt is one file of `ingest --json`, as a script that reads it has it.
type receipt map[string]any

// at is the value under a path of keys and places, such as "sessions.0.title";
// nil where there is none.
func (r receipt) at(path string) any {
	var v any = map[string]any(r)
	for step := range strings.SplitSeq(path, ".") {
		switch x := v.(type) {
		case map[string]any:
			v = x[step]
		case []any:
			var i int
			if _, err := fmt.Sscan(step, &i); err != nil || i >= len(x) {
				return nil
			}
			v = x[i]
		default:
			return nil
		}
	}
	return v
}

// number is the number under a path, 0 where there is none.
func (r receipt) number(path string) float64 {
	n, _ := r.at(path).(float64)
	return n
}

// sum works out "facts.people + facts.not_people". It is not ok when a path
// leads nowhere.
func (r receipt) sum(words string) (total float64, ok bool) {
	sign := 1.0
	for word := range strings.FieldsSeq(words) {
		switch word {
		case "+":
			sign = 1
		case "-":
			sign = -1
		default:
			n, found := r.at(word).(float64)
			if !found {
				return 0, false
			}
			total += sign * n
		}
	}
	return total, true
}

// list is the list under a path.
func (r receipt) list(path string) []receipt {
	var all []receipt
	some, _ := r.at(path).([]any)
	for _, x := range some {
		all = append(all, receipt(x.(map[string]any)))
	}
	return all
}

// distinct counts the different values of a key in a list.
func (r receipt) distinct(list, key string) float64 {
	seen := map[string]bool{}
	for _, x := range r.list(list) {
		seen[fmt.Sprint(x[key])] = true
	}
	return float64(len(seen))
}

// kept are the rows that wait, by sheet.
func (r receipt) kept() map[int]map[int]bool {
	all := map[int]map[int]bool{}
	for _, p := range r.list("problems") {
		if p["severity"] != "to_check" {
			continue
		}
		s := int(p.number("sheet"))
		if all[s] == nil {
			all[s] = map[int]bool{}
		}
		all[s][int(p.number("row"))] = true
	}
	return all
}

// codes are the problems' codes, each once.
func (r receipt) codes() map[string]bool {
	all := map[string]bool{}
	for _, p := range r.list("problems") {
		all[p["code"].(string)] = true
	}
	return all
}

// asJSON is any value as JSON.
func asJSON(v any) string {
	data, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	return string(data)
}
