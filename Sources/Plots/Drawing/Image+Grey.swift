internal import Images

extension Image {
  /// The picture with one channel where it has no colour, else as it is.
  ///
  /// Figures of grey pictures are usual, and their files take a third of the time then.
  var withoutNeedlessChannels: Image {
    guard channels == 3 else { return self }
    for place in stride(from: 0, to: pixels.count, by: 3)
    where pixels[place] != pixels[place + 1] || pixels[place] != pixels[place + 2] {
      return self
    }
    let grey = stride(from: 0, to: pixels.count, by: 3).map { pixels[$0] }
    return Image(width: width, height: height, channels: 1, pixels: grey)
  }
}
