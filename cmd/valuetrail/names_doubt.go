package main

import (
	"context"
	"strings"

	"valuetrail/internal/warehouse"
	"valuetrail/metrics"
)

// namesInDoubt tells which stories a person should look at before others read
// them, by their ids.
func (e *env) namesInDoubt(ctx context.Context, w *warehouse.Warehouse, s metrics.Scope, key string) error {
	ids, err := metrics.NamesInDoubt(ctx, w, s)
	if err == nil && len(ids) > 0 {
		e.tell("%s", e.Say.Say(key, len(ids), strings.Join(ids, ", ")))
	}
	return err
}
