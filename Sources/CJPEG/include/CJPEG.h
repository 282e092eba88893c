// The part of libjpeg-turbo that Martlet needs, behind functions that return.
//
// libjpeg reports errors with longjmp, which must not cross Swift frames. Every call that can
// fail is therefore made here, and this header does not mention jpeglib.h, so that no client of a
// Swift module needs libjpeg's headers.
#ifndef CJPEG_H
#define CJPEG_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  size_t offset;      // bytes of the input that were read when the error was found
  char message[200];  // libjpeg's words, ending in a zero byte
} CJPEGError;

typedef struct {
  uint32_t width, height;
  uint8_t channels;  // of the pixels to come: 1 grey, 3 RGB, 4 CMYK (255 is no ink)
  uint8_t arithmetic;  // compressed by arithmetic coding rather than Huffman's
} CJPEGHeader;

typedef struct CJPEGReader CJPEGReader;

/// A reader of bytes that stay where they are until it is freed; NULL where memory is short.
CJPEGReader *cjpeg_reader_create(const uint8_t *bytes, size_t count);
void cjpeg_reader_free(CJPEGReader *reader);

/// Reads up to the first pixel. Returns 0, or -1 with the error filled in.
int cjpeg_reader_header(CJPEGReader *reader, CJPEGHeader *header, CJPEGError *error);

/// Reads all rows, 8 bits a channel, into height * width * channels bytes, and the file's end.
int cjpeg_reader_pixels(CJPEGReader *reader, uint8_t *pixels, CJPEGError *error);

#endif
