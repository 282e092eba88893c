/// The table in which a worker notes which functions were replaced, as cells see it.
///
/// A C header declares it constant, so that what is read of it may be taken out of loops, and the
/// loop split into one that calls the replacement and one that is as fast as if there was none.
///
/// The answer is an optional and no truth value. Behind one the compiler takes a body that traps at
/// once, as `[1, 2][k]` with a `k` that it knows, for the condition of the guard, and forgets the line.
enum ReplacementTable {
  static let header = CellHeader(
    module: "MartletReplaced",
    text: """
      // Written by Martlet, read by the compiler of cells.
      extern const unsigned char martlet_replaced[\(LateBindings.slots)];

      static inline __attribute__((always_inline)) const void *_Nullable __replaced(int slot) {
        if (__builtin_expect(martlet_replaced[slot] != 0, 0)) return martlet_replaced;
        return 0;
      }

      """)
}
