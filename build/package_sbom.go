package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// billOfMaterials is a CycloneDX document, of which this program touches a little.
type billOfMaterials map[string]any

// writeBillOfMaterials writes what of others is in the program: the Go modules as cyclonedx-gomod
// finds them, with their digests and who needs whom, and the npm packages and typefaces that the
// list of licences knows.
func (p *packaging) writeBillOfMaterials(ctx context.Context) error {
	fromGo := filepath.Join(p.work, "go.json")
	command := append(tool("cyclonedx", "cyclonedx-gomod"), "app", "-json", "-licenses", "-noserial", "-main", ".", "-output", fromGo, ".")
	err := p.runWith(ctx, []string{"GOFLAGS=-tags=" + production, "GOOS=" + runtime.GOOS}, command[0], command[1:]...)
	if err != nil {
		return err
	}
	var bill billOfMaterials
	if err := readJSON(fromGo, &bill); err != nil {
		return err
	}
	others, err := readLicences()
	if err != nil {
		return err
	}
	if err := bill.complete(others.Components, p.release); err != nil {
		return err
	}
	text, err := json.MarshalIndent(bill, "", "  ")
	if err != nil {
		return err
	}
	name := fmt.Sprintf("levelica_%s.cdx.json", p.release.version)
	p.made = append(p.made, name)
	return os.WriteFile(filepath.Join(p.to, name), append(text, '\n'), 0o644)
}

func readJSON(path string, into any) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(text, into); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// complete adds the components that are no Go modules, and names the release in place of what
// differs from run to run.
func (b billOfMaterials) complete(others []component, r release) error {
	components, ok := b["components"].([]any)
	if !ok {
		return errors.New("the document of the Go modules lists no components")
	}
	for _, other := range others {
		if other.Kind == "go" {
			continue
		}
		entry := map[string]any{
			"type": "library", "name": other.Name, "version": other.Version, "bom-ref": other.Kind + ":" + other.Name + "@" + other.Version,
			"licenses": []any{map[string]any{"license": map[string]any{"id": other.Licence}}},
		}
		if other.Kind == "npm" {
			entry["purl"] = "pkg:npm/" + strings.ReplaceAll(other.Name, "@", "%40") + "@" + url.PathEscape(other.Version)
		}
		components = append(components, entry)
	}
	b["components"] = components
	metadata, ok := b["metadata"].(map[string]any)
	if !ok {
		return errors.New("the document of the Go modules has no metadata")
	}
	metadata["timestamp"] = r.moment.Format(time.RFC3339)
	// The tool's own digest changes with the folder that Go keeps modules in.
	if tools, ok := metadata["tools"].([]any); ok {
		for _, tool := range tools {
			if described, ok := tool.(map[string]any); ok {
				delete(described, "hashes")
			}
		}
	}
	if component, ok := metadata["component"].(map[string]any); ok {
		component["version"] = r.version
	}
	return nil
}
