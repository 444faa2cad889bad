extension Unicode.Scalar {
  /// Whether it is shown as nothing and changes how the rest is shown: a control character, which can steer a
  /// terminal, a bidirectional control, which puts words in another order than they are read in, or one of Unicode's
  /// own line breaks. Reports write a blank in its place.
  public var isDisplayControl: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Whether a file that Ambit reads may hold it as it is; else an escape must stand for it.
  var standsInFiles: Bool { !isDisplayControl && value != 0xFFFE && value != 0xFFFF }
}

extension String {
  /// With a blank in place of each character that can't stand in a file.
  public var withoutRefusedCharacters: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.standsInFiles ? $0 : " " }))
  }
}
