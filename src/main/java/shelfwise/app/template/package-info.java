/**
 * Templates: pipelines as data with places for the analyst's tables and columns. A template is one JSON file in {@code resources/templates}
 * (see {@link shelfwise.app.template.Template}) and its messages; {@link shelfwise.app.template.TemplateService} guesses what goes where and
 * makes a pipeline of it.
 */
@NullMarked
package shelfwise.app.template;

import org.jspecify.annotations.NullMarked;
