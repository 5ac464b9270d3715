//go:build linux && cgo && (desktop || dev)

package app

/*
#cgo pkg-config: gtk+-3.0
#include <libintl.h>
#include <stdlib.h>
#include <gtk/gtk.h>

// Wails names the keys of a file chooser in English, whatever GTK speaks around them.
static gboolean levelicaNamed(GSignalInvocationHint *hint, guint count, const GValue *values, gpointer unused) {
	gpointer shown = g_value_get_object(values);
	if (!GTK_IS_FILE_CHOOSER_DIALOG(shown)) return TRUE;
	const gint answers[] = {GTK_RESPONSE_CANCEL, GTK_RESPONSE_ACCEPT};
	for (guint i = 0; i < G_N_ELEMENTS(answers); i++) {
		GtkWidget *key = gtk_dialog_get_widget_for_response(GTK_DIALOG(shown), answers[i]);
		if (GTK_IS_BUTTON(key)) gtk_button_set_label(GTK_BUTTON(key), g_dgettext("gtk30", gtk_button_get_label(GTK_BUTTON(key))));
	}
	return TRUE;
}

static inline void levelicaName(void) {
	g_type_class_unref(g_type_class_ref(GTK_TYPE_WIDGET)); // GTK has its signals only then
	g_signal_add_emission_hook(g_signal_lookup("show", GTK_TYPE_WIDGET), 0, levelicaNamed, NULL, NULL);
}

static inline void levelicaSpeak(char *language) {
	setenv("LANGUAGE", language, 1);
	textdomain(textdomain(NULL)); // texts that were found before are looked up anew
	free(language);
}
*/
import "C"

import "os"

// nameDialogs has the keys of GTK's file choosers named in the language of the rest of them.
func nameDialogs() { C.levelicaName() }

// speakNatively has GTK speak the language that settings choose: where they choose none, the system's.
// The first time has to come before GTK has threads. What the program itself reads of its environment,
// and hands on to what it starts, stays as it was: C has one of its own.
func speakNatively(chosen string) {
	if chosen == "" {
		chosen = os.Getenv("LANGUAGE")
	}
	C.levelicaSpeak(C.CString(chosen))
}
