package sheet

import (
	"path"
	"strings"
)

// The reasons why a file in a folder is none of ours to read.
const (
	IgnoreLock   = "lock_file"         // a spreadsheet program's, while a workbook is open
	IgnoreSystem = "system_file"       // the operating system's
	IgnoreCloud  = "cloud_placeholder" // stands for a file that is not on this machine
	IgnoreOther  = "not_a_spreadsheet" // by its extension: a report, database, document, picture
)

var systemFiles = map[string]bool{
	".ds_store": true, "desktop.ini": true, "thumbs.db": true, "ehthumbs.db": true,
	".localized": true, "icon\r": true, ".directory": true,
}

var cloudPointers = map[string]bool{
	".gsheet": true, ".gdoc": true, ".gslides": true, ".gform": true, ".icloud": true, ".cloud": true, ".url": true, ".webloc": true, ".lnk": true,
}

var otherKinds = map[string]bool{
	".duckdb": true, ".lock": true, ".wal": true, ".tmp": true, ".part": true, ".crdownload": true, ".bak": true,
	".html": true, ".htm": true, ".pdf": true, ".doc": true, ".docx": true, ".ppt": true, ".pptx": true, ".odt": true, ".odp": true,
	".png": true, ".jpg": true, ".jpeg": true, ".gif": true, ".svg": true, ".webp": true, ".heic": true, ".mp4": true, ".m4a": true,
	".mp3": true, ".vtt": true, ".json": true, ".yaml": true, ".yml": true, ".md": true, ".log": true, ".ini": true, ".sql": true,
}

// Ignorable tells the files of a folder that are passed over by rule, with the
// reason: lock and system files, cloud placeholders (0 bytes too), and what its
// extension says is no spreadsheet. A file that a person names outright should
// be opened all the same, for its error says more. Of name only the last part
// counts.
func Ignorable(name string, size int64) (reason string, ok bool) {
	base := strings.ToLower(path.Base(strings.ReplaceAll(name, `\`, "/")))
	ext := path.Ext(base)
	switch {
	case strings.HasPrefix(base, "~$"), strings.HasPrefix(base, ".~lock."), strings.HasPrefix(base, "~wrl"):
		return IgnoreLock, true
	case systemFiles[base], strings.HasPrefix(base, "._"):
		return IgnoreSystem, true
	case cloudPointers[ext]:
		return IgnoreCloud, true
	case otherKinds[ext]:
		return IgnoreOther, true
	case strings.HasPrefix(base, "."):
		return IgnoreSystem, true
	case size == 0:
		return IgnoreCloud, true
	}
	return "", false
}
