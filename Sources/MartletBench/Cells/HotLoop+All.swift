extension HotLoop {
  /// What people write in notebooks when they care for speed.
  static let all = [
    HotLoop(
      name: "sieve",
      source: """
        func work() -> Int {
          let n = 5_000_000
          var composite = [Bool](repeating: false, count: n + 1)
          var count = 0
          var p = 2
          while p <= n {
            if !composite[p] {
              count += 1
              var m = p * p
              while m <= n {
                composite[m] = true
                m += p
              }
            }
            p += 1
          }
          return count
        }
        """),
    HotLoop(
      name: "matrix",
      source: """
        func work() -> Int {
          let n = 300
          let a = (0..<n * n).map { Double($0 % 7) }
          let b = (0..<n * n).map { Double($0 % 5) }
          var c = [Double](repeating: 0, count: n * n)
          for i in 0..<n {
            for k in 0..<n {
              let x = a[i * n + k]
              for j in 0..<n {
                c[i * n + j] += x * b[k * n + j]
              }
            }
          }
          return Int(c.reduce(0, +))
        }
        """),
    HotLoop(
      name: "dictionary",
      source: """
        func work() -> Int {
          var counts: [Int: Int] = [:]
          var x = 12345
          for _ in 0..<1_000_000 {
            x = (x &* 1_103_515_245 &+ 12345) & 0x7fff_ffff
            counts[x % 1000, default: 0] += 1
          }
          return counts.count
        }
        """),
    HotLoop(
      name: "generic",
      source: """
        func larger<T: Comparable>(_ a: T, _ b: T) -> T { a < b ? b : a }
        func work() -> Int {
          var best = 0
          var x = 1
          for i in 0..<20_000_000 {
            x = (x &* 69069 &+ 1) & 0xffff
            best = larger(best, x ^ (i & 0xff))
          }
          return best
        }
        """),
  ]
}
