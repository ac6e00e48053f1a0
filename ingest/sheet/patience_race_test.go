//go:build race

package sheet

import "time"

// patience is how long any one file may take while every access is watched.
const patience = time.Minute

// raced says that every access is watched, which takes memory too.
const raced = true
