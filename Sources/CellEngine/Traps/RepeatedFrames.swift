/// A stretch of frames that an endless recursion repeats, or one frame alone.
struct RepeatedFrames {
  var frames: ArraySlice<UserFrame>
  var count: Int

  /// Functions that call each other in a circle of more are told one by one.
  private static let longestCircle = 8

  /// Parts a list of frames into stretches, each as often as it follows itself.
  static func stretches(of frames: [UserFrame]) -> [RepeatedFrames] {
    var result: [RepeatedFrames] = []
    var rest = frames[...]
    while !rest.isEmpty {
      // A circle that is there twice may be chance; a function that calls itself is none.
      let found = (1...longestCircle).lazy.map { (length: $0, count: repeats(of: $0, in: rest)) }
        .first { $0.count > ($0.length == 1 ? 1 : 2) }
      let (length, count) = found ?? (1, 1)
      result.append(RepeatedFrames(frames: rest.prefix(length), count: count))
      rest = rest.dropFirst(length * count)
    }
    return result
  }

  /// How often the first frames of a list stand there one after the other.
  private static func repeats(of length: Int, in frames: ArraySlice<UserFrame>) -> Int {
    let pattern = frames.prefix(length)
    var count = 1
    while frames.dropFirst(count * length).prefix(length).elementsEqual(pattern, by: isSamePlace) {
      count += 1
    }
    return count
  }

  private static func isSamePlace(_ first: UserFrame, _ second: UserFrame) -> Bool {
    (first.function, first.file, first.line) == (second.function, second.file, second.line)
  }

  /// What a message says of it, a line for each frame.
  var lines: [String] {
    var lines = frames.map { "  at \($0.text)" }
    if count > 1 {
      let times = "\(count) times and more"
      if lines.count == 1 {
        lines[0] += " (\(times))"
      } else {
        lines.append("  (these \(lines.count) one after the other, \(times))")
      }
    }
    return lines
  }
}

extension UserFrame {
  /// The place in words, such as `inner, cell 2 line 2`.
  fileprivate var text: String {
    let place = "cell \(file.dropFirst("Cell ".count)) line \(line)"
    return function.map { "\($0), \(place)" } ?? place
  }
}
