/** The certificate of the TLS listener: made by the JDK's keytool, kept in one file, renewed before it ends. */
@NullMarked
package dev.precinct.local.kubernetes.tls;

import org.jspecify.annotations.NullMarked;
