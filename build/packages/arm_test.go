//go:build packages

package packages

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestTheARMPackageRunsOnAnEmulatedProcessor uses the command line of the program for 64-bit ARM, with the
// libraries that it was linked with.
func TestTheARMPackageRunsOnAnEmulatedProcessor(t *testing.T) {
	cache, err := os.UserCacheDir()
	if err != nil {
		t.Fatal(err)
	}
	libraries, err := filepath.Glob(filepath.Join(cache, "levelica-build", "arm64-*"))
	if err != nil || len(libraries) == 0 {
		t.Fatalf("the libraries that the package was linked with are not in %s: %v", cache, err)
	}
	root := t.TempDir()
	run(t, nil, "dpkg-deb", "--extract", find(t, *dist, "_arm64.deb"), root)
	levelica := func(args ...string) string {
		t.Helper()
		return run(t, []string{"LC_ALL=C.UTF-8"}, "qemu-aarch64-static", append([]string{
			"-L", libraries[len(libraries)-1], filepath.Join(root, "usr", "bin", "levelica"), "--data", filepath.Join(root, "자료"),
		}, args...)...)
	}
	if version := levelica("version"); !strings.HasPrefix(version, "levelica ") {
		t.Errorf("it says of itself: %s", version)
	}
	levelica("mark", "backend-engineering", "be-001", "on-my-own")
	if status := levelica("status", "backend-engineering", "--json"); !strings.Contains(status, `"done": 1`) {
		t.Errorf("the journal holds %s", status)
	}
	if report := levelica("report", "backend-engineering", "--format", "pdf", "-o", "-"); !strings.HasPrefix(report, "%PDF-") {
		t.Errorf("a report begins with %.20q", report)
	}
}
