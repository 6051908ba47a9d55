/** A package whose annotation must be found on workers. */
@Mark(Main.class)
package user.app;
