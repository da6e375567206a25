/* python.exe: starts the Python in the DLL of this name (PYTHON, given by build.py). */
#include <stdio.h>
#include <windows.h>

typedef int (*main_t)(int, wchar_t **);

int wmain(int argc, wchar_t **argv) {
    HMODULE python = LoadLibraryW(PYTHON);
    main_t run = python ? (main_t)GetProcAddress(python, "Py_Main") : NULL;
    if (!run) {
        fwprintf(stderr, L"Python cannot be loaded: error %lu\n", GetLastError());
        return 103;
    }
    return run(argc, argv);
}
