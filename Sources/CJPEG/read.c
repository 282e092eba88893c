#include "CJPEG.h"
#include "failure.h"
#include <stdlib.h>
#include <string.h>

struct CJPEGReader {
  struct jpeg_decompress_struct jpeg;
  Failure failure;
  size_t count;
};

_Static_assert(sizeof(((CJPEGError *)0)->message) >= JMSG_LENGTH_MAX, "room for a message");

static int failed(CJPEGReader *reader, CJPEGError *error) {
  memset(error, 0, sizeof *error);
  j_common_ptr jpeg = (j_common_ptr)&reader->jpeg;
  jpeg->err->format_message(jpeg, error->message);
  size_t left = reader->jpeg.src ? reader->jpeg.src->bytes_in_buffer : 0;
  // At the end libjpeg reads on from two bytes of its own.
  error->offset = left <= reader->count ? reader->count - left : reader->count;
  return -1;
}

CJPEGReader *cjpeg_reader_create(const uint8_t *bytes, size_t count) {
  CJPEGReader *reader = calloc(1, sizeof *reader);
  if (!reader) return NULL;
  reader->count = count;
  reader->jpeg.err = cjpeg_failure_manager(&reader->failure);
  if (setjmp(reader->failure.place)) {
    cjpeg_reader_free(reader);
    return NULL;
  }
  jpeg_create_decompress(&reader->jpeg);
  // A progressive file keeps its coefficients in memory; what a damaged header may ask for is
  // bounded here, and by the caller's look at the size.
  reader->jpeg.mem->max_memory_to_use = 1L << 31;
  if (count) jpeg_mem_src(&reader->jpeg, bytes, count);
  return reader;
}

void cjpeg_reader_free(CJPEGReader *reader) {
  jpeg_destroy_decompress(&reader->jpeg);
  free(reader);
}

int cjpeg_reader_header(CJPEGReader *reader, CJPEGHeader *header, CJPEGError *error) {
  struct jpeg_decompress_struct *jpeg = &reader->jpeg;
  if (setjmp(reader->failure.place)) return failed(reader, error);
  if (!jpeg->src) {
    memset(error, 0, sizeof *error);
    strcpy(error->message, "the file is empty");
    return -1;
  }
  jpeg_read_header(jpeg, TRUE);
  int inks = jpeg->jpeg_color_space == JCS_CMYK || jpeg->jpeg_color_space == JCS_YCCK;
  if (jpeg->jpeg_color_space != JCS_GRAYSCALE) jpeg->out_color_space = inks ? JCS_CMYK : JCS_RGB;
  // The slow transform is the exact one, and what Pillow takes.
  jpeg->dct_method = JDCT_ISLOW;
  header->width = jpeg->image_width;
  header->height = jpeg->image_height;
  header->channels = jpeg->jpeg_color_space == JCS_GRAYSCALE ? 1 : inks ? 4 : 3;
  header->arithmetic = jpeg->arith_code;
  return 0;
}

int cjpeg_reader_pixels(CJPEGReader *reader, uint8_t *pixels, CJPEGError *error) {
  struct jpeg_decompress_struct *jpeg = &reader->jpeg;
  if (setjmp(reader->failure.place)) return failed(reader, error);
  jpeg_start_decompress(jpeg);
  size_t row_bytes = (size_t)jpeg->output_width * jpeg->output_components;
  while (jpeg->output_scanline < jpeg->output_height) {
    JSAMPROW row = pixels + jpeg->output_scanline * row_bytes;
    jpeg_read_scanlines(jpeg, &row, 1);
  }
  jpeg_finish_decompress(jpeg);
  return 0;
}
