// libxml2, with inline twins of what Swift 6 cannot take: xmlFree is a mutable global function pointer.
#pragma once
#include <libxml/xmlversion.h>
// Debian's libxml2 includes the system's ICU headers, whose declarations contradict those of Foundation's own ICU in any
// module that sees both. Nothing here uses the two members that are hidden by this.
#undef LIBXML_ICU_ENABLED
#include <iconv.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
#include <libxml/tree.h>
#include <libxml/xpath.h>

static inline void cxml_free(void *pointer) { xmlFree(pointer); }

// Ends a parse from within one of its callbacks. Before 2.14 xmlStopParser frees the input, which its caller still reads.
static inline void cxml_stop(xmlParserCtxtPtr context)
{
#if LIBXML_VERSION >= 21400
    xmlStopParser(context);
#else
    context->instate = XML_PARSER_EOF;
    context->disableSAX = 1;
    if (context->input != NULL)
        context->input->cur = context->input->end;
#endif
}
