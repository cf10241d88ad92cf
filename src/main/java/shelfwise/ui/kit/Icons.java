package shelfwise.ui.kit;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** The icons of the window, each with one meaning. */
public enum Icons {
    HOME(Material2OutlinedAL.HOME), ASSETS(Material2OutlinedMZ.TABLE_CHART), QUALITY(Material2OutlinedAL.FACT_CHECK),
    PIPELINES(Material2OutlinedAL.ACCOUNT_TREE), LISTS(Material2OutlinedAL.FORMAT_LIST_NUMBERED), SIMILARITY(Material2OutlinedAL.GRID_ON),
    COMPARE(Material2OutlinedAL.LEADERBOARD), SNAPSHOTS(Material2OutlinedMZ.PHOTO_CAMERA),

    ADD(Material2OutlinedAL.ADD), REMOVE(Material2OutlinedAL.DELETE_OUTLINE), EDIT(Material2OutlinedAL.EDIT), SEARCH(Material2OutlinedMZ.SEARCH),
    BACK(Material2OutlinedAL.ARROW_BACK), CLOSE(Material2OutlinedAL.CLOSE), MORE(Material2OutlinedMZ.MORE_VERT), COPY(Material2OutlinedAL.CONTENT_COPY),
    OPEN(Material2OutlinedAL.FOLDER_OPEN), FILE(Material2OutlinedAL.INSERT_DRIVE_FILE), IMPORT(Material2OutlinedMZ.PUBLISH), EXPORT(Material2OutlinedAL.GET_APP),
    RUN(Material2OutlinedMZ.PLAY_ARROW), CANCEL(Material2OutlinedMZ.STOP), RESET(Material2OutlinedMZ.REPLAY), UNDO(Material2OutlinedMZ.UNDO),
    REDO(Material2OutlinedMZ.REDO), FILTER(Material2OutlinedAL.FILTER_LIST), SORT(Material2OutlinedMZ.SORT), SETTINGS(Material2OutlinedMZ.TUNE),
    ZOOM_IN(Material2OutlinedMZ.ZOOM_IN), ZOOM_OUT(Material2OutlinedMZ.ZOOM_OUT), ZOOM_FIT(Material2OutlinedMZ.ZOOM_OUT_MAP),
    EXPAND(Material2OutlinedAL.EXPAND_LESS), FOLD(Material2OutlinedAL.EXPAND_MORE), NEXT(Material2OutlinedAL.CHEVRON_RIGHT), PREVIOUS(Material2OutlinedAL.CHEVRON_LEFT),
    HELP(Material2OutlinedAL.HELP_OUTLINE), LANGUAGE(Material2OutlinedAL.LANGUAGE), LIGHT(Material2OutlinedMZ.WB_SUNNY), DARK(Material2OutlinedMZ.NIGHTS_STAY),
    WHY(Material2OutlinedMZ.PSYCHOLOGY), RANDOM(Material2OutlinedMZ.SHUFFLE), LINEAGE(Material2OutlinedMZ.TIMELINE), TAG(Material2OutlinedAL.LABEL),

    ERROR(Material2OutlinedAL.ERROR_OUTLINE), WARNING(Material2OutlinedMZ.WARNING), INFO(Material2OutlinedAL.INFO), DONE(Material2OutlinedAL.CHECK_CIRCLE_OUTLINE),
    WAITING(Material2OutlinedAL.HOURGLASS_EMPTY), RUNNING(Material2OutlinedAL.AUTORENEW), CACHED(Material2OutlinedAL.CACHED), STALE(Material2OutlinedAL.HISTORY),
    CANCELLED(Material2OutlinedAL.BLOCK), SKIPPED(Material2OutlinedMZ.SKIP_NEXT), PREPARE(Material2OutlinedAL.CLEANING_SERVICES), SPLIT(Material2OutlinedAL.CALL_SPLIT),
    COMBINE(Material2OutlinedAL.CALL_MERGE), VECTORS(Material2OutlinedMZ.SCATTER_PLOT), RERANK(Material2OutlinedAL.LOW_PRIORITY),
    SAVE(Material2OutlinedMZ.SAVE), LAYOUT(Material2OutlinedMZ.VIEW_QUILT),

    LOOK(Material2OutlinedMZ.VISIBILITY), PIN(Material2OutlinedMZ.PUSH_PIN), WIDEN(Material2OutlinedMZ.OPEN_IN_FULL),

    USER(Material2OutlinedMZ.PERSON), ITEM(Material2OutlinedMZ.SHOPPING_BAG), TIME(Material2OutlinedMZ.SCHEDULE), TEXT(Material2OutlinedMZ.SUBJECT),
    NUMBER(Material2OutlinedAL.LOOKS_ONE), MODEL(Material2OutlinedMZ.MODEL_TRAINING), PRICE(Material2OutlinedAL.LOCAL_OFFER), CATEGORY(Material2OutlinedAL.CATEGORY),

    CUT(Material2OutlinedAL.CONTENT_CUT), PASTE(Material2OutlinedAL.CONTENT_PASTE), LINK(Material2OutlinedAL.LINK), NOTE(Material2OutlinedMZ.STICKY_NOTE_2),
    FRAME(Material2OutlinedAL.CROP_FREE), GROUP(Material2OutlinedAL.GROUP_WORK), ALIGN(Material2OutlinedAL.FORMAT_ALIGN_LEFT), SELECT(Material2OutlinedMZ.SELECT_ALL),
    MAP(Material2OutlinedMZ.MAP), GRID(Material2OutlinedAL.APPS), CONTRAST(Material2OutlinedAL.INVERT_COLORS), SWITCH(Material2OutlinedMZ.POWER_SETTINGS_NEW),
    REPLACE(Material2OutlinedMZ.SWAP_HORIZ), OPERATORS(Material2OutlinedMZ.WIDGETS), VIEW(Material2OutlinedMZ.VISIBILITY),
    UP(Material2OutlinedAL.ARROW_UPWARD), DOWN(Material2OutlinedAL.ARROW_DOWNWARD);

    private final Ikon ikon;

    Icons(Ikon ikon) {
        this.ikon = ikon;
    }

    /** The icon at 16 px, in the colour of the text around it. */
    public FontIcon icon() {
        return icon(16);
    }

    /** The icon at {@code size} px: 16 beside text, 20 on its own. */
    public FontIcon icon(int size) {
        var icon = new FontIcon(ikon);
        icon.getStyleClass().add("icon-" + size);
        return icon;
    }
}
