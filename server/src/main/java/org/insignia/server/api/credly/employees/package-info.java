/**
 * The employees of an organisation as its personnel program keeps them. Start at {@link
 * org.insignia.server.api.credly.employees.EmployeesApi}.
 */
@NullMarked
package org.insignia.server.api.credly.employees;

import org.jspecify.annotations.NullMarked;
