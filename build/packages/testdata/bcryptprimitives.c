/* Go's programs ask Windows for random numbers by a function that Wine has only since version 9. This
 * hands them what an older function gives, so that older Wines can run them too. */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID to, ULONG length);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE to, SIZE_T length) {
    return SystemFunction036(to, (ULONG)length);
}
