/* A terminal, as far as a program sees one: it makes a console, starts a program that is given no
 * handles, as Windows starts one with a window, and writes what then stands on the console to its own
 * standard output.
 *
 *   console.exe PROGRAM "COMMAND LINE"
 */
#include <io.h>
#include <stdio.h>
#include <windows.h>

int main(int count, char **arguments) {
    STARTUPINFOA start = {sizeof start};
    PROCESS_INFORMATION process;
    DWORD status, read;
    CONSOLE_SCREEN_BUFFER_INFO screen;
    HANDLE console;
    char line[512];
    FILE *out;
    short row;

    if (count != 3 || !(out = _fdopen(_dup(1), "w"))) return 99;
    FreeConsole();
    if (!AllocConsole()) return 98;
    SetStdHandle(STD_INPUT_HANDLE, NULL);
    SetStdHandle(STD_OUTPUT_HANDLE, NULL);
    SetStdHandle(STD_ERROR_HANDLE, NULL);
    if (!CreateProcessA(arguments[1], arguments[2], NULL, NULL, FALSE, 0, NULL, NULL, &start, &process)) return 97;
    WaitForSingleObject(process.hProcess, INFINITE);
    GetExitCodeProcess(process.hProcess, &status);

    console = CreateFileA("CONOUT$", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING, 0, NULL);
    if (!GetConsoleScreenBufferInfo(console, &screen)) return 96;
    for (row = 0; row <= screen.dwCursorPosition.Y; row++) {
        COORD at = {0, row};
        if (!ReadConsoleOutputCharacterA(console, line, sizeof line < (size_t)screen.dwSize.X ? sizeof line : screen.dwSize.X, at, &read)) return 95;
        fprintf(out, "%.*s\n", (int)read, line);
    }
    fclose(out);
    return status;
}
