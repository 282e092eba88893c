/// The table in which a worker notes which functions were replaced, as cells see it.
///
/// A C header declares it constant, so that what is read of it may be taken out of loops, and the
/// loop split into one that calls the replacement and one that is as fast as if there was none.
enum ReplacementTable {
  static let header = CellHeader(
    module: "MartletReplacements",
    text: """
      // Written by Martlet, read by the compiler of cells.
      extern const unsigned char martlet_replaced[\(LateBindings.slots)];

      static inline __attribute__((always_inline)) _Bool __is_replaced(int slot) {
        return __builtin_expect(martlet_replaced[slot], 0);
      }

      """)
}
