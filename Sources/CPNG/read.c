#include "message.h"
#include <stdlib.h>

struct CPNGReader {
  png_structp png;
  png_infop info;
  CPNGError error;
  const uint8_t *bytes;
  size_t count, offset;
};

static void read_bytes(png_structp png, png_bytep to, size_t count) {
  CPNGReader *reader = png_get_io_ptr(png);
  if (count > reader->count - reader->offset) png_error(png, "the file ends too early");
  memcpy(to, reader->bytes + reader->offset, count);
  reader->offset += count;
}

static int failed(CPNGReader *reader, CPNGError *error) {
  *error = reader->error;
  error->offset = reader->offset;
  return -1;
}

CPNGReader *cpng_reader_create(const uint8_t *bytes, size_t count) {
  CPNGReader *reader = calloc(1, sizeof *reader);
  if (!reader) return NULL;
  reader->bytes = bytes;
  reader->count = count;
  reader->png =
      png_create_read_struct(PNG_LIBPNG_VER_STRING, &reader->error, cpng_fail, cpng_ignore);
  if (reader->png) reader->info = png_create_info_struct(reader->png);
  if (!reader->info) {
    cpng_reader_free(reader);
    return NULL;
  }
  return reader;
}

void cpng_reader_free(CPNGReader *reader) {
  if (reader->png) png_destroy_read_struct(&reader->png, &reader->info, NULL);
  free(reader);
}

int cpng_reader_header(CPNGReader *reader, int bits, CPNGHeader *header, CPNGError *error) {
  png_structp png = reader->png;
  png_infop info = reader->info;
  if (setjmp(png_jmpbuf(png))) return failed(reader, error);
  png_set_read_fn(png, reader, read_bytes);
  png_set_user_limits(png, 0x7fffffff, 0x7fffffff);  // The file's own size is the limit, below.
  png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_QUIET_USE);
  png_read_info(png, info);
  header->width = png_get_image_width(png, info);
  header->height = png_get_image_height(png, info);
  // Deflate makes data at most 1032 times shorter (zlib's technical details), so that a header
  // cannot announce more rows than its file could hold, each after a byte that names its filter.
  // To be seen here: png_read_update_info takes memory for two rows.
  if (png_get_rowbytes(png, info) + 1 > 1032 * (uint64_t)reader->count / header->height) return 1;

  png_set_expand(png);  // palettes, fewer than 8 bits, transparent colours
  if (bits == 16) {
    png_set_expand_16(png);  // times 257, so that white stays white
    png_set_swap(png);       // the file's order is not the processor's
  } else {
    png_set_scale_16(png);  // rounds, where stripping would darken
  }
  png_set_interlace_handling(png);
  png_read_update_info(png, info);
  header->channels = png_get_channels(png, info);
  return 0;
}

int cpng_reader_pixels(CPNGReader *reader, void *pixels, CPNGError *error) {
  png_structp png = reader->png;
  png_infop info = reader->info;
  if (setjmp(png_jmpbuf(png))) return failed(reader, error);
  size_t row_bytes = png_get_rowbytes(png, info);
  uint32_t height = png_get_image_height(png, info);
  int passes = png_get_interlace_type(png, info) == PNG_INTERLACE_NONE ? 1 : 7;
  for (int pass = 0; pass < passes; pass++)
    for (uint32_t y = 0; y < height; y++) png_read_row(png, (png_bytep)pixels + y * row_bytes, NULL);
  png_read_end(png, NULL);
  return 0;
}
