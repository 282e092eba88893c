/// A type that says how a notebook shows its values.
///
///     struct Swatch: Displayable {
///       let colour: String
///       var mimeBundle: MIMEBundle { .html("<span style='background: \(colour)'>   </span>") }
///     }
///     Swatch(colour: "tomato")   // a red patch; in a terminal `Swatch(colour: "tomato")`
public protocol Displayable {
  /// The value in every MIME type that it can give; `text/plain` is added where it is missing.
  var mimeBundle: MIMEBundle { get }
}

extension MIMEBundle: Displayable {
  /// The bundle itself.
  public var mimeBundle: MIMEBundle { self }
}

extension MIMEBundle {
  /// The bundle of any value: what a `Displayable` gives, and a text form of every value.
  ///
  /// The text form is bounded: long collections lose their middle, long texts their end.
  public init(showing value: Any) {
    let rich = (value as? any Displayable)?.mimeBundle ?? MIMEBundle()
    if rich["text/plain"] != nil {
      self = rich
    } else if value is MIMEBundle {
      self = rich.merging(.text("(\(rich.entries.map(\.type).joined(separator: ", ")))"))
    } else {
      self = rich.merging(.text(textForm(of: value)))
    }
  }
}
