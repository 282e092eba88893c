/// A text with a raised part at its end, such as the exponent of 10².
struct Label: Hashable {
  var text: String
  var superscript = ""

  init(_ text: String, superscript: String = "") {
    self.text = text
    self.superscript = superscript
  }

  var isEmpty: Bool { text.isEmpty && superscript.isEmpty }
}

/// The size of letters in points and their colour.
struct Lettering {
  var points = 10.0
  var color: Color
}
