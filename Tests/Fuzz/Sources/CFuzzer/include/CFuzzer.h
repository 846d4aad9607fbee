// libFuzzer's driver. SwiftPM renames `main`, so the one that libFuzzer brings does not link; ours calls this.
#pragma once
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*callback)(const uint8_t *data, size_t size));
