// glibc's malloc.h, which Swift's Glibc module leaves out: for mallopt(3) only.
#pragma once
#include <malloc.h>
