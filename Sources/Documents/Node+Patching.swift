import Diagnostics

extension Node {
  /// This node with another laid over it: mappings are merged key by key, `null` takes a key away, a mapping over a
  /// list changes the elements that it names by their `id`, and everything else replaces what was there.
  ///
  /// Every part keeps its own range, so that an error still points to the line that brought it in.
  public func patched(with patch: Node, problems: Problems) -> Node {
    guard case .mapping(let changes) = patch.content else { return patch }
    switch content {
    case .mapping(let entries): return Node(.mapping(merge(entries, changes, problems)), at: range)
    case .sequence(let elements): return Node(.sequence(merge(elements, changes, problems)), at: range)
    case .scalar: return patch
    }
  }

  private func merge(_ entries: [Entry], _ changes: [Entry], _ problems: Problems) -> [Entry] {
    var result = entries
    for change in changes {
      let place = result.firstIndex { $0.key == change.key }
      if change.value.isNull {
        if let place { result.remove(at: place) }
      } else if let place {
        let value = result[place].value.patched(with: change.value, problems: problems)
        result[place] = Entry(change.key, at: change.keyRange, value)
      } else {
        result.append(change)
      }
    }
    return result
  }

  private func merge(_ elements: [Node], _ changes: [Entry], _ problems: Problems) -> [Node] {
    var result = elements
    for change in changes {
      guard let place = result.firstIndex(where: { $0.identifier == change.key }) else {
        problems.report(
          .unknownWord(
            change.key, at: change.keyRange, id: "unknown-element", kind: "id in the list that it changes",
            allowed: result.compactMap(\.identifier)))
        continue
      }
      if change.value.isNull {
        result.remove(at: place)
      } else {
        result[place] = result[place].patched(with: change.value, problems: problems)
      }
    }
    return result
  }

  /// The text of its key `id`, where it has one.
  private var identifier: String? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == "id" }?.value.scalar?.text
  }
}
