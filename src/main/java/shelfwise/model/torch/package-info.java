/**
 * Neural models: trained with PyTorch through DJL, asked in plain Java. PyTorch is opened when the first training starts and not before; a
 * kept model needs none of it.
 *
 * <p>Outside this package nothing knows DJL. Arrays on the device are made by {@link shelfwise.model.torch.HostArrays} alone.
 */
@NullMarked
package shelfwise.model.torch;

import org.jspecify.annotations.NullMarked;
