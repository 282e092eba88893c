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
        func largest<T: Comparable>(_ values: [T]) -> T {
          var best = values[0]
          for i in 1..<values.count {
            if best < values[i] { best = values[i] }
          }
          return best
        }
        func work() -> Int {
          var values = (0..<2_000_000).map { ($0 &* 69069) & 0xfffff }
          var sum = 0
          for i in 0..<5 {
            values[i] = 0x100000 + i
            sum += largest(values)
          }
          return sum
        }
        """),
  ]
}
