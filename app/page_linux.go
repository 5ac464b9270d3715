//go:build linux && cgo && (desktop || dev)

package app

/*
#cgo webkit2_41 pkg-config: webkit2gtk-4.1
#cgo !webkit2_41 pkg-config: webkit2gtk-4.0
#include <stdint.h>
#include <webkit2/webkit2.h>

extern int levelicaPageEnded(uintptr_t app);

static WebKitWebView *levelicaView;

static gboolean levelicaReload(gpointer unused) {
	if (levelicaView != NULL) webkit_web_view_reload(levelicaView);
	return G_SOURCE_REMOVE;
}

static void levelicaEnded(WebKitWebView *view, WebKitWebProcessTerminationReason reason, gpointer app) {
	levelicaView = view;
	// Not from inside the signal: WebKit is still clearing up.
	if (levelicaPageEnded((uintptr_t)app)) g_idle_add(levelicaReload, NULL);
}

static void levelicaFind(GtkWidget *widget, gpointer found) {
	if (WEBKIT_IS_WEB_VIEW(widget)) *(GtkWidget **)found = widget;
	else if (GTK_IS_CONTAINER(widget)) gtk_container_forall(GTK_CONTAINER(widget), levelicaFind, found);
}

// WebKit tells the page of the buttons at the thumb as of the first one, which would press what is
// under the pointer. They go back and forward here, and the page never hears of them.
static gboolean levelicaThumb(GtkWidget *view, GdkEventButton *event, gpointer unused) {
	if (event->button != 8 && event->button != 9) return FALSE;
	if (event->type == GDK_BUTTON_PRESS) {
		if (event->button == 8) webkit_web_view_go_back(WEBKIT_WEB_VIEW(view));
		else webkit_web_view_go_forward(WEBKIT_WEB_VIEW(view));
	}
	return TRUE;
}

static gboolean levelicaConnect(gpointer app) {
	GtkWidget *found = NULL;
	GList *windows = gtk_window_list_toplevels();
	for (GList *w = windows; w != NULL; w = w->next) levelicaFind(w->data, &found);
	g_list_free(windows);
	if (found == NULL) return G_SOURCE_CONTINUE; // Wails is still making it
	g_signal_connect(found, "web-process-terminated", G_CALLBACK(levelicaEnded), app);
	g_signal_connect(found, "button-press-event", G_CALLBACK(levelicaThumb), NULL);
	g_signal_connect(found, "button-release-event", G_CALLBACK(levelicaThumb), NULL);
	return G_SOURCE_REMOVE;
}

static inline void levelicaWatch(uintptr_t app) { g_timeout_add(20, levelicaConnect, (gpointer)app); }
static inline void levelicaReloadSoon(void) { g_idle_add(levelicaReload, NULL); }
*/
import "C"

import "runtime/cgo"

// watchPage hears when WebKit's process for the page ends. Wails does not tell; without this the
// window would stay, and show nothing. It also hears the buttons at the thumb of a mouse.
func (a *App) watchPage() { C.levelicaWatch(C.uintptr_t(cgo.NewHandle(a))) }

// reloadPage loads the page once more, in a new process.
func (a *App) reloadPage() { C.levelicaReloadSoon() }

//export levelicaPageEnded
func levelicaPageEnded(app C.uintptr_t) C.int {
	if cgo.Handle(app).Value().(*App).pageEnded() {
		return 1
	}
	return 0
}
