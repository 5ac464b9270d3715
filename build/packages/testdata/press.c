/* A hand that presses what a person sees: it waits for a visible, enabled control with a text, in any
 * window, and clicks it until something comes of it: a page that is still being made hears no click. A
 * box has to be without a tick before.
 *
 *   press.exe "TEXT WITHOUT &"
 */
#include <string.h>
#include <windows.h>

static const char *wanted;
static HWND found;

static BOOL says(HWND window) {
    char text[256], plain[256], *to = plain;
    const char *from;
    GetWindowTextA(window, text, sizeof text);
    for (from = text; *from; from++)
        if (*from != '&') *to++ = *from;
    *to = 0;
    return !strcmp(plain, wanted) && IsWindowVisible(window) && IsWindowEnabled(window);
}

static BOOL CALLBACK look(HWND window, LPARAM unused) {
    if (says(window)) found = window;
    return !found;
}

static BOOL CALLBACK inside(HWND window, LPARAM unused) {
    EnumChildWindows(window, look, 0);
    return !found;
}

static LRESULT ticked(void) { return SendMessageA(found, BM_GETCHECK, 0, 0); }

int main(int count, char **arguments) {
    ULONGLONG end = GetTickCount64() + 60000;
    LRESULT before;
    int wait;
    if (count != 2) return 99;
    wanted = arguments[1];
    while (!found && GetTickCount64() < end) {
        EnumWindows(inside, 0);
        if (!found) Sleep(100);
    }
    if (!found) return 1;
    before = ticked();
    if (before == BST_CHECKED) return 3;
    while (GetTickCount64() < end) {
        PostMessageA(found, BM_CLICK, 0, 0);
        for (wait = 0; wait < 30; wait++) {
            Sleep(100);
            if (!says(found) || ticked() != before) {
                return 0;
            }
        }
    }
    return 2;
}
