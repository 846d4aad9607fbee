// libxml2, with inline twins of what Swift 6 cannot take: xmlFree is a mutable global function pointer.
#pragma once
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
#include <libxml/tree.h>

static inline void cxml_free(void *pointer) { xmlFree(pointer); }
