//go:build !race

package sheet

import "time"

// patience is how long any one file may take.
const patience = 5 * time.Second

// raced says that every access is watched, which takes memory too.
const raced = false
