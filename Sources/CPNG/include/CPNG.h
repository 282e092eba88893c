// The part of libpng that Martlet needs, behind functions that return.
//
// libpng reports errors with longjmp, which must not cross Swift frames. Every call that can
// fail is therefore made here, and this header does not mention png.h, so that no client of a
// Swift module needs libpng's headers.
#ifndef CPNG_H
#define CPNG_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
  size_t offset;      // bytes of the input that were read when the error was found
  char message[160];  // libpng's words, ending in a zero byte
} CPNGError;

typedef struct {
  uint32_t width, height;
  uint8_t channels;  // 1...4, after palettes and transparency have been expanded
} CPNGHeader;

typedef struct CPNGReader CPNGReader;

/// A reader of bytes that stay where they are until it is freed; NULL where memory is short.
CPNGReader *cpng_reader_create(const uint8_t *bytes, size_t count);
void cpng_reader_free(CPNGReader *reader);

/// Reads up to the first pixel, of which 8 or 16 `bits` a channel are asked for, whatever the file
/// has. Returns 0, or -1 with the error filled in, or 1 with width and height filled in when the
/// file is too short for so many pixels.
int cpng_reader_header(CPNGReader *reader, int bits, CPNGHeader *header, CPNGError *error);

/// Reads all rows into height * width * channels numbers of a byte or two, and the file's end.
int cpng_reader_pixels(CPNGReader *reader, void *pixels, CPNGError *error);

/// Writes a picture of 8 or 16 `bits` a channel. `*file` is to be freed with `free`.
///
/// `pixels_per_metre` is stored when it is not 0. Returns 0, or -1 with the error filled in.
int cpng_write(const void *pixels, int bits, uint32_t width, uint32_t height, int channels,
               uint32_t pixels_per_metre, uint8_t **file, size_t *count, CPNGError *error);

#endif
