/// The version of Martlet.
let martletVersion = "0.1.0"

/// The version of the compiler, which is the version of the language that cells are written in.
let swiftVersion: String = {
  #if compiler(>=6.4)
    "6.4"
  #elseif compiler(>=6.3)
    "6.3"
  #else
    "6.2"
  #endif
}()
