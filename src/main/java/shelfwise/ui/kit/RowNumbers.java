package shelfwise.ui.kit;

import javafx.collections.ObservableListBase;

/** 0, 1, 2, … without keeping them: the rows of a table too long to be held. */
final class RowNumbers extends ObservableListBase<Integer> {
    private final int size;

    RowNumbers(int size) {
        this.size = size;
    }

    @Override public Integer get(int index) {
        if (index < 0 || index >= size) throw new IndexOutOfBoundsException(index);
        return index;
    }

    @Override public int size() {
        return size;
    }

    @Override public int indexOf(Object row) {
        return row instanceof Integer i && i >= 0 && i < size ? i : -1;
    }

    @Override public boolean contains(Object row) {
        return indexOf(row) >= 0;
    }
}
