extension [UserFrame] {
  /// The frames without those in which an earlier function hands over to the one in its place.
  ///
  /// Behind `f, cell 7` on the stack are its twin and `f, cell 2`, but the user has called one function
  /// only, the newer one. Where that was given another name, it is called as the older one is.
  var withoutForwarding: [UserFrame] {
    var result: [UserFrame] = []
    var isOlder = false
    var renamed: Int?
    for var frame in self {
      let name = frame.function ?? ""
      if LateFunction.isTwin(name) { continue }
      if isOlder {
        isOlder = false
        if let renamed { result[renamed].function = frame.function }
        continue
      }
      isOlder = LateFunction.isReplacement(name)
      renamed = isOlder ? result.count : nil
      if LateFunction.onlyForwards(name) {
        renamed = nil
        continue
      }
      frame.function = frame.function.map(CellNames.withoutReplacement)
      result.append(frame)
    }
    return result
  }
}
