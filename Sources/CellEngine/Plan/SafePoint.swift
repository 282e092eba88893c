/// The safe point of loops over ranges, in C.
///
/// Swift can say of no load that it is neither left out nor in the way of others: an atomic one keeps
/// the compiler from making vector code of the loops around it. C can, with `volatile`. And since the
/// function is said to change nothing, its argument must, or the call would be taken out of the loop.
enum SafePoint {
  static let header = CellHeader(
    module: "MartletSafePoints",
    text: """
      // Written by Martlet, read by the compiler of cells.
      extern int martlet_interrupt_flag;
      __attribute__((pure)) _Bool martlet_stops(void);

      static inline __attribute__((pure, always_inline)) _Bool __polled(long round) {
        return __builtin_expect(*(volatile int *)&martlet_interrupt_flag, 0) && martlet_stops();
      }

      static inline __attribute__((pure, always_inline)) _Bool __looked(void) { return 0; }

      """)

  /// A statement for the head of a loop.
  ///
  /// - Parameter number: an integer that is another one in each round.
  static func statement(_ number: String) -> String {
    "if __polled(\(number)) { __never() };"
  }

  /// A statement that, to the optimiser, looks at all memory, and does nothing.
  static let look = "if __looked() { __never() };"

  /// Whether a source holds such statements.
  static func isUsed(in text: String) -> Bool {
    text.contains("if __polled(") || text.contains(look)
  }
}
